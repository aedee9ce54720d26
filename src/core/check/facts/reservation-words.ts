/** How a text keeps what it says from being so: denied, not come about, open, only possible, only suspected. */
export type Reservation = 'denied' | 'unfulfilled' | 'open' | 'possible' | 'suspected';

/** Words by which a statement has a reservation of a kind itself; it may use another of its kind than its passage does. */
export const reserved: Record<Reservation, RegExp> = {
  denied:
    /^(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|refus(?:es?|ed|ing|al)|rebut(?:s|ted)?|repudiat(?:es?|ed)|false(?:ly)?|untrue|baseless|hoax|myth|not|no|never|nothing|nobody|none|neither|nor|cannot|without|wrong(?:ly)?|contrary|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|might|must|need|ai)nt)$/u,
  unfulfilled:
    /^(?:not|no|never|nothing|nobody|none|neither|nor|cannot|without|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|might|must|need|ai)nt|den(?:y|ies|ied|ying|ials?)|refus(?:es?|ed|ing|al)|fail(?:s|ed|ing|ures?)?|declin(?:es?|ed|ing)|forg[eo]t(?:s|ten|ting)?|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|avoid(?:s|ed|ing)?|avert(?:s|ed|ing)?|prevent(?:s|ed|ing|ion)?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|block(?:s|ed|ing)?|keep(?:s|ing)?|kept|bar(?:s|red|ring)?|ban(?:s|ned|ning)?|refrain(?:s|ed|ing)?|unlikely|unable|lack(?:s|ed|ing)?|yet|except|excluding|excluded|apart|other|but|save|escap(?:es?|ed|ing)|spar(?:es?|ed|ing)|thwart(?:s|ed|ing)?|foil(?:s|ed|ing)?|ruled?|unprov(?:ed|en)|unpaid|missed|protect(?:s|ed|ing)?|away|instead|rather)$/u,
  open: /^(?:whether|if|unless|would|should|could|may|might|ask(?:s|ed|ing)?|question(?:s|ed|ing)?|consider(?:s|ed|ing)?|decid(?:es?|ed|ing)|decision|debat(?:es?|ed|ing)|doubt(?:s|ed)?|investigat(?:es?|ed|ing|ion)|examin(?:es?|ed|ing)|determin(?:es?|ed|ing)|assess(?:es|ed|ing)?|depend(?:s|ed|ing)?|in case|provided|wonder(?:s|ed)?|uncertain|unclear|unknown|possib(?:le|ly|ility))$/u,
  possible:
    /^(?:may|might|could|can|would|should|perhaps|possib(?:le|ly|ility)|potential(?:ly)?|likely|unlikely|risk(?:s|ed|ing)?|threat(?:s|ens?|ened|ening)?|chances?|expect(?:s|ed|ing)?|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|propos(?:es?|ed|ing|al)|consider(?:s|ed|ing)?|if|whether|unless|alleg(?:es?|ed|edly|ing|ations?)|suspect(?:s|ed|ing)?|believ(?:es?|ed|ing)|fear(?:s|ed|ing)?|warn(?:s|ed|ing)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?|forecasts?|estimat(?:es?|ed)|appear(?:s|ed)?|seem(?:s|ed)?|probabl[ey]|about|up|only|need(?:s|ed)?|must)$/u,
  suspected:
    /^(?:suspicions?|suspect(?:s|ed|ing)?|accus(?:es?|ed|ing|ations?)|charg(?:es?|ed|ing)|alleg(?:es?|ed|edly|ing|ations?)|claim(?:s|ed|ing)?|indict(?:s|ed|ments?)?|trial|prosecut(?:es?|ed|ion|ors?)|question(?:s|ed|ing)?|investigat(?:es?|ed|ing|ions?|ors?)|inquiry|probe[ds]?|wanted|arrest(?:s|ed|ing)?|deny|denies|denied|denying|cleared|acquitted|sa(?:y|ys|id|ying)|according|complaints?|lawsuits?|su(?:e|es|ed|ing)|against|over|may|might|could|whether|if|not|would|belie(?:f|ve|ves|ved)|reported(?:ly)?|apparently|purported(?:ly)?)$/u,
};

/**
 * What opens each in a passage, read from a word on, in small letters ("May" is a month): "may spend", "whether the mayor must
 * pay", "rejected claims that it hid the report", "failed to pay", "kept the fire from spreading", "on suspicion of arson".
 */
export const openers: Record<Reservation, RegExp> = {
  denied:
    /^(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|refus(?:es?|ed|ing)|rebut(?:s|ted)?)(?![\p{L}]))/u,
  unfulfilled:
    /^(?:(?:fail(?:s|ed|ing)?|declin(?:es?|ed|ing)|forg[eo]t(?:s|ten)?|neglect(?:s|ed)?|omit(?:s|ted)?|yet|unable|unlikely|far too \p{L}+|too \p{L}+)\sto\s|avoid(?:s|ed|ing)?\s|avert(?:s|ed|ing)?\s|prevent(?:s|ed|ing)?\s|foil(?:s|ed|ing)?\s|thwart(?:s|ed|ing)?\s|(?:stop(?:s|ped|ping)?|ke(?:eps?|eping|pt)|bar(?:s|red)?|ban(?:s|ned)?|block(?:s|ed)?|discourag(?:es?|ed)|dissuad(?:es?|ed)|protect(?:s|ed)?|sav(?:es?|ed)|spared?)\s(?:[\p{L}\p{N}'’-]+\s){1,7}?from\s|refrain(?:s|ed|ing)?\sfrom\s|(?:no|little|without|any)\s(?:evidence|proof|sign|signs|indications?|suggestion)\s|unlikely\sthat\s|rul(?:ed|es|ing)\sout\s|(?:except(?:\sfor)?|apart from|other than|excluding|with the exception of)\s)/u,
  open: /^(?:whether|unless)(?![\p{L}])/u,
  possible: /^(?:may|might|alleged|allegedly)(?![\p{L}])/u,
  suspected:
    /^(?:suspicion\sof\s|suspected\sof\s|suspects?\sthat\s|accus(?:es|ed|ing)\s(?:[\p{L}\p{N}'’.-]+\s){0,7}?of\s|charged\s(?:[\p{L}\p{N}'’.-]+\s){0,4}?with\s|indicted\s(?:for|on)\s|wanted\sfor\s|investigat(?:ed|ing)\sfor\s|questioned\s(?:about|over)\s|allegations?\s(?:of|that)\s|accusations?\s(?:of|that)\s)/u,
};
