import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/core/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The ferry stopped on Monday, and the company said that it would not be back before the end of the week.'],
    ['de', 'Die Fähre fährt seit Montag nicht mehr, und die Firma sagt, dass sie nicht vor dem Wochenende zurück ist.'],
    ['fr', 'Le ferry ne circule plus depuis lundi et la compagnie a dit que les pièces ne sont pas dans le pays.'],
    ['es', 'El ferry no sale desde el lunes y la empresa dijo que las piezas no están en el país por ahora.'],
    ['pt', 'A balsa não sai desde segunda-feira e a empresa disse que as peças não estão no país para o conserto.'],
    ['it', 'Il traghetto è fermo da lunedì e la società ha detto che i pezzi non sono nel paese per la riparazione.'],
    ['nl', 'De veerboot vaart sinds maandag niet meer en het bedrijf zegt dat de onderdelen er nog niet zijn.'],
    ['sv', 'Färjan har inte gått sedan i måndags och bolaget säger att det inte finns delar för att laga den.'],
    ['pl', 'Prom nie pływa od poniedziałku i firma mówi, że nie ma części do naprawy, jak podano w piątek.'],
    [
      'tr',
      'Feribot pazartesiden beri çalışmıyor ve şirket bu parça için daha çok zaman gerek dedi, ancak bir tarih yok.',
    ],
    ['ru', 'Паром не ходит с понедельника, и компания сообщила, что запасные части ещё не прибыли в страну.'],
    ['uk', 'Пором не ходить із понеділка, і компанія повідомила, що запасні частини ще не прибули.'],
    ['ar', 'توقفت العبارة عن العمل يوم الاثنين بسبب عطل في علبة التروس، بحسب ما قالت الشركة.'],
    ['fa', 'کشتی از روز دوشنبه کار نمی‌کند و شرکت گفت که قطعات یدکی هنوز به کشور نرسیده است.'],
    ['he', 'המעבורת הפסיקה לפעול ביום שני בגלל תקלה בתיבת ההילוכים, אמרה החברה.'],
    ['ja', 'フェリーは月曜日から運休している。会社によると、部品はまだ国内に届いていない。'],
    ['zh', '渡轮自星期一起停航，公司表示备用零件尚未运抵该国，岛上有三百名居民。'],
    ['ko', '여객선이 월요일부터 운항을 멈췄으며 회사는 부품이 아직 도착하지 않았다고 밝혔다.'],
    ['hi', 'नौका सोमवार से बंद है और कंपनी ने कहा कि पुर्जे अभी देश में नहीं पहुँचे हैं।'],
  ])('knows %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['figures', '12 345 67,8 %'],
    ['names alone', 'Marit Soldal Agnes Lind Tomas Edvall Korsnes Velthaven'],
  ])('names no language for %s', (_what, text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('is named by the words that fill most of the text, not by a quotation', () => {
    const english =
      'The ferry stopped on Monday and the company said that it would not be back for the rest of the week. ';
    expect(detectLanguage(`${english.repeat(3)}„Wir haben das Schiff nicht“, sagte der Sprecher der Firma.`)).toBe(
      'en',
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const code = detectLanguage(text);
        expect(code === null || /^[a-z]{2,3}$/.test(code)).toBe(true);
      }),
    );
  });
});
