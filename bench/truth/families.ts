/**
 * Passages with ways of saying them again, right and wrong, by the way in which the wrong ones go wrong. Placeholders as in
 * `facts`. The `held` ones were written before the rules and are no guide to them: only how many leak is looked at.
 */
export type Family = { family: string; text: string; right: string[]; wrong: string[] };

const toFamilies = (lines: string): Family[] =>
  lines
    .trim()
    .split('\n\n')
    .map((block) => {
      const [head = '', ...rest] = block.split('\n').map((line) => line.trim());
      const [, family = '', text = ''] = /^\[(.+?)\] (.+)$/.exec(head) ?? [];
      const linesOf = (mark: string): string[] =>
        rest.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
      return { family, text, right: linesOf('+ '), wrong: linesOf('- ') };
    });

export const families = toFamilies(`
[for and against] Councillor {A} voted against the new tax, and {B} voted for it.
+ {A} voted against the new tax.
+ {B} voted for the new tax.
+ The new tax was voted against by {A}.
- {A} voted for the new tax.
- {B} voted against the new tax.
- The new tax got the vote of {A}.

[for and against] Residents of {P} marched against the airport on Saturday.
+ On Saturday, residents of {P} marched against the airport.
+ Residents of {P} protested against the airport.
- Residents of {P} marched for the airport.
- Residents of {P} marched in favour of the airport on Saturday.

[for and against] {A} opposed the merger, which {B} had backed since May.
+ {B} had backed the merger since May.
+ {A} was opposed to the merger.
+ The merger was opposed by {A}.
- {A} backed the merger.
- {A} supported the merger.
- The merger was backed by {A}.

[for and against] {A} beat {B} in the final of the chess cup in {P}.
+ In {P}, {A} beat {B} in the final of the chess cup.
+ {B} lost to {A} in the final of the chess cup.
+ {B} was beaten by {A} in the final.
- {A} lost to {B} in the final of the chess cup.
- {B} beat {A} in the final of the chess cup.
- {A} was beaten by {B} in the final of the chess cup.

[firmness] Police arrested {A} on suspicion of arson on Monday.
+ {A} was arrested on suspicion of arson.
+ On Monday, police arrested {A} on suspicion of arson.
+ {A} is suspected of arson.
- {A} was convicted of arson.
- {A} committed arson.
- {A} was found guilty of arson on Monday.

[firmness] {A}, a clerk in {P}, was charged with theft.
+ {A} was charged with theft.
+ {A}, a clerk, has been charged with theft.
- {A} was convicted of theft.
- {A} is guilty of theft.
- {A}, a clerk in {P}, was jailed for theft.

[firmness] Prosecutors accused {A} of bribing two judges in {P}.
+ {A} was accused of bribing two judges.
+ Prosecutors say {A} bribed two judges.
+ {A} is accused by prosecutors of bribing two judges in {P}.
- {A} bribed two judges in {P}.
- {A} is guilty of bribing two judges.

[firmness] {C} considered moving its depot to {P} last spring.
+ Last spring, {C} considered moving its depot to {P}.
+ A move of its depot to {P} was considered by {C}.
- {C} decided to move its depot to {P}.
- {C} moved its depot to {P} last spring.

[firmness] {A} denied stealing the painting from {C}.
+ {A} denied stealing the painting.
+ {A} denies having stolen the painting from {C}.
+ {A} said he did not steal the painting.
- {A} stole the painting from {C}.
- {A} admitted stealing the painting.

[firmness] {C} failed to pay its drivers in August.
+ {C} did not pay its drivers in August.
+ In August, {C} failed to pay its drivers.
- {C} paid its drivers in August.
- In August, {C} managed to pay its drivers.

[firmness] The inspectors have yet to find the cause of the leak in {P}.
+ The cause of the leak in {P} has yet to be found.
+ The inspectors have not found the cause of the leak.
- The inspectors have found the cause of the leak in {P}.
- The inspectors found the cause of the leak.

[firmness] {A} refused to sign the contract with {C}.
+ {A} did not sign the contract with {C}.
+ {A} would not sign the contract.
+ The contract with {C} was not signed by {A}.
- {A} signed the contract with {C}.
- {A} agreed to sign the contract with {C}.

[firmness] Firefighters prevented the blaze from reaching the school in {P}.
+ Firefighters stopped the blaze from reaching the school.
+ The blaze was prevented from reaching the school.
+ The blaze did not reach the school in {P}.
- The blaze reached the school in {P}.
- Firefighters saw the blaze reaching the school.

[firmness] The pilot avoided a crash near {P} by turning back.
+ A crash near {P} was avoided.
+ By turning back, the pilot avoided a crash.
- The pilot had a crash near {P}.
- The pilot caused a crash near {P}.

[firmness] There is no evidence that {A} met the lobbyists.
+ No evidence shows that {A} met the lobbyists.
+ There was no evidence {A} met the lobbyists.
- There is evidence that {A} met the lobbyists.
- {A} met the lobbyists.

[firmness] The ministry said it was unlikely that the tunnel would open in June.
+ It is unlikely that the tunnel will open in June, the ministry said.
+ The tunnel is unlikely to open in June, according to the ministry.
- The tunnel will open in June, the ministry said.
- The ministry said the tunnel would open in June.

[firmness] The drug could cut deaths by a fifth, {A} said.
+ {A} said the drug could cut deaths by a fifth.
+ Deaths may be cut by a fifth by the drug, {A} said.
- The drug cuts deaths by a fifth, {A} said.
- {A} said the drug will cut deaths by a fifth.

[limits] {C} was fined for delay, not for negligence.
+ {C} was fined for delay.
+ {C} was not fined for negligence.
- {C} was fined for negligence.
- {C} was fined for delay and negligence.

[limits] If the strike goes on, {A} will close the shop in {P}.
+ {A} will close the shop if the strike goes on.
+ The shop in {P} will be closed by {A} if the strike goes on.
+ {A} would close the shop if the strike goes on.
- {A} will close the shop in {P}.
- The shop in {P} will be closed by {A}.

[limits] The permit will lapse unless {C} pays the fee by Friday.
+ Unless {C} pays the fee by Friday, the permit will lapse.
+ The permit will lapse if {C} does not pay the fee.
- The permit will lapse.
- The permit will lapse by Friday.

[limits] All schools in {P} reopened except the one on Mill Street.
+ All schools except the one on Mill Street reopened.
+ Every school in {P} but the one on Mill Street reopened.
- All schools in {P} reopened.
- The school on Mill Street in {P} reopened.

[limits] Visitors may enter the cave only with a guide until October.
+ Until October, visitors may enter the cave only with a guide.
+ Visitors need a guide to enter the cave until October.
- Visitors may enter the cave until October.
- Visitors may enter the cave.

[limits] Up to 300 guests are expected at the hotel in {P}.
+ As many as 300 guests are expected at the hotel.
+ No more than 300 guests are expected at the hotel in {P}.
- 300 guests are expected at the hotel in {P}.
- More than 300 guests are expected at the hotel.
- At least 300 guests are expected at the hotel.

[limits] The storm cut power to more than 4,500 homes in {P}.
+ More than 4,500 homes in {P} lost power in the storm.
+ Over 4,500 homes had their power cut by the storm.
- The storm cut power to fewer than 4,500 homes in {P}.
- The storm cut power to exactly 4,500 homes.
- The storm cut power to almost 4,500 homes in {P}.

[limits] Tests found cracks in 24 of the 80 beams under the bridge.
+ Cracks were found in 24 of the 80 beams.
+ Of the 80 beams, 24 had cracks.
- Cracks were found in 80 beams under the bridge.
- Tests found cracks in all 80 beams.
- The bridge has 24 beams.

[things counted] The truck was carrying 40 sheep when it overturned near {P}.
+ The truck overturned near {P} with 40 sheep.
+ The truck carried 40 sheep when it overturned.
- The truck was carrying 40 people when it overturned near {P}.
- The truck was carrying 40 soldiers when it overturned.

[things counted] {C} said 250 jobs would go at its plant in {P}.
+ 250 jobs will go at the plant in {P}, {C} said.
+ {C} said its plant would lose 250 jobs.
- {C} said 250 jobs would be created at its plant in {P}.
- 250 jobs would be saved at the plant, {C} said.

[things counted] The crash injured 14 people and killed two dogs.
+ The crash injured 14 people.
+ 14 people were injured in the crash.
+ Two dogs were killed in the crash.
- The crash killed 14 people.
- Two people were killed in the crash.
- 14 people died in the crash.

[figure of another] The ferry line carried 3 million passengers last year. It made a loss of 70 million euros.
+ The ferry line carried 3 million passengers last year.
+ The ferry line made a loss of 70 million euros.
- The ferry line carried 70 million passengers last year.
- The ferry line made a loss of 3 million euros.

[figure of another] {A}, 34, and {B}, 61, were rescued from the roof.
+ {A} and {B} were rescued from the roof.
+ {A}, who is 34, was rescued from the roof.
+ {B}, 61, was rescued.
- {A}, 61, and {B}, 34, were rescued from the roof.
- {A}, 61, was rescued from the roof.
- {A}, who is 61, was rescued.
- The 34-year-old {B} was rescued.

[figure of another] {A} was born in {P} and lives in Tarn.
+ {A} was born in {P}.
+ {A} lives in Tarn.
+ {A}, who lives in Tarn, was born in {P}.
- {A} was born in Tarn.
- {A} lives in {P}.
- {A} was born in Tarn and lives in {P}.

[figure of another] The museum spent 12 million on the roof and 5 million on the garden.
+ The museum spent 5 million on the garden.
+ The roof cost the museum 12 million.
- The museum spent 12 million on the garden.
- The museum spent 5 million on the roof.

[figure of another] The bridge opened in 1998 and closed in 2016.
+ The bridge closed in 2016.
+ In 1998, the bridge opened.
- The bridge opened in 2016.
- The bridge closed in 1998.

[parties] {A} replaced {B} as coach of {C}.
+ {B} was replaced by {A} as coach of {C}.
+ {A} took over from {B} as coach of {C}.
+ {A} has replaced {B}.
- {B} replaced {A} as coach of {C}.
- {A} was replaced by {B} as coach of {C}.
- {A} has been replaced by {B}.

[parties] {A} is suing {B} over a broken fence.
+ {B} is being sued by {A}.
+ {A} has sued {B} over a broken fence.
+ Over a broken fence, {A} is suing {B}.
- {B} is suing {A} over a broken fence.
- {A} is being sued by {B} over a broken fence.
- {B} sued {A}.

[parties] {C} sold the paper mill to {D} in 2011.
+ The paper mill was sold by {C} to {D}.
+ {D} bought the paper mill from {C} in 2011.
+ In 2011, the paper mill was sold to {D}.
- {D} sold the paper mill to {C} in 2011.
- The paper mill was sold by {D} to {C}.
- The paper mill was sold to {C} by {D}.
- {C} bought the paper mill from {D}.

[parties] {A} gave {B} a gold watch in {P}.
+ {A} gave a gold watch to {B}.
+ {B} was given a gold watch by {A}.
+ In {P}, {A} gave {B} a gold watch.
- {B} gave {A} a gold watch.
- {A} was given a gold watch by {B}.
- {B} gave a gold watch to {A}.

[parties] {C} is larger than {D} and older.
+ {D} is smaller than {C}.
+ {C} is larger than {D}.
- {D} is larger than {C}.
- {C} is smaller than {D}.

[parties] The rebels attacked the convoy at dawn.
+ The convoy was attacked by the rebels at dawn.
+ At dawn, the rebels attacked the convoy.
+ The convoy came under attack by the rebels.
- The convoy attacked the rebels at dawn.
- The rebels were attacked by the convoy.

[other sentence] {A} designed the tower. {B} fell from it in March.
+ {A} designed the tower.
+ {B} fell from the tower in March.
- {A} fell from the tower in March.
- {B} designed the tower.

[other sentence] {A} said the road is safe. {B} said the road should be closed.
+ {A} said the road is safe.
+ {B} said the road should be closed.
- {B} said the road is safe.
- {A} said the road should be closed.
- According to {B}, the road is safe.

[other sentence] {A} said {B} had read the letter.
+ {A} said that {B} had read the letter.
+ According to {A}, {B} had read the letter.
+ {B} had read the letter, {A} said.
- {A} had read the letter.
- {B} said {A} had read the letter.
- {A} read the letter, {B} said.

[other sentence] {C} makes tyres in {P}. {D} closed its plant there in July.
+ {C} makes tyres in {P}.
+ {D} closed its plant in {P} in July.
- {C} closed its plant in {P} in July.
- {D} makes tyres in {P}.

[attribution] “The tunnel is sound,” engineer {A} told a hearing in {P}.
+ {A} told a hearing that the tunnel is sound.
+ The tunnel is sound, according to {A}.
+ Engineer {A} said the tunnel is sound.
- The tunnel is sound.
- A hearing in {P} was told that {A} is sound.

[attribution] {A} wasted public money on a yacht, opposition leader {B} said.
+ Opposition leader {B} said {A} wasted public money on a yacht.
+ {A} wasted public money on a yacht, {B} said.
- {A} wasted public money on a yacht.
- {B} wasted public money on a yacht, {A} said.

[cause and time] Sales at {C} fell after the new law took effect.
+ After the new law took effect, sales at {C} fell.
+ Sales at {C} dropped after the law took effect.
- Sales at {C} fell because of the new law.
- The new law caused sales at {C} to fall.
- Sales at {C} fell before the new law took effect.
- The new law took effect after sales at {C} fell.

[cause and time] {A} was the first woman to lead {C}.
+ {A} was the first woman to head {C}.
+ The first woman to lead {C} was {A}.
- {A} was the last woman to lead {C}.
- {A} was the second woman to lead {C}.

[cause and time] The shop opened before the station in {P} was built.
+ Before the station in {P} was built, the shop opened.
+ The station was built after the shop opened.
- The shop opened after the station in {P} was built.
- The station in {P} was built before the shop opened.
`);

export const held = toFamilies(`
[for and against] The senators voted against the bill, {A} told reporters.
+ {A} told reporters the senators voted against the bill.
+ The senators, {A} said, voted against the bill.
- {A} told reporters the senators voted for the bill.
- The senators voted in favour of the bill, {A} told reporters.

[for and against] {A} campaigned against the dam while {B} supported it.
+ {B} supported the dam.
+ {A} campaigned against the dam.
- {A} campaigned for the dam.
- {A} supported the dam.

[for and against] {C} lost to {D} by three goals in {P}.
+ {D} beat {C} in {P}.
+ {C} was beaten by {D} by three goals.
- {C} beat {D} by three goals in {P}.
- {D} lost to {C} in {P}.

[firmness] Detectives questioned {A} on suspicion of forgery and let him go.
+ {A} was questioned on suspicion of forgery.
+ Detectives questioned {A} and let him go.
- {A} was convicted of forgery.
- {A} forged documents.

[firmness] {A} has been charged with perjury in {P}.
+ In {P}, {A} was charged with perjury.
+ {A} faces a charge of perjury.
- {A} has been convicted of perjury in {P}.
- {A} was found guilty of perjury.

[firmness] {C} allegedly dumped waste in the river near {P}.
+ {C} is alleged to have dumped waste in the river.
+ Waste was allegedly dumped in the river near {P} by {C}.
- {C} dumped waste in the river near {P}.
- Waste was dumped in the river by {C}.

[firmness] {A} declined to answer the committee in {P}.
+ {A} did not answer the committee.
+ {A} would not answer the committee in {P}.
- {A} answered the committee in {P}.
- {A} answered the committee.

[firmness] The crew managed to stop the oil from reaching the beach at {P}.
+ The oil was stopped from reaching the beach by the crew.
+ The crew kept the oil from reaching the beach.
- The oil reached the beach at {P}.
- The crew saw the oil reaching the beach.

[firmness] {C} plans to demolish the old mill in {P}.
+ A demolition of the old mill is planned by {C}.
+ {C} intends to demolish the old mill in {P}.
- {C} demolished the old mill in {P}.
- {C} is demolishing the old mill.

[firmness] The panel has yet to publish its report on {C}.
+ The panel has not published its report on {C}.
+ The report on {C} has yet to be published.
- The panel has published its report on {C}.
- The panel published its report.

[firmness] {A} forgot to lock the vault of {C}.
+ {A} did not lock the vault of {C}.
+ The vault of {C} was not locked by {A}.
- {A} locked the vault of {C}.
- {A} had locked the vault.

[limits] {A} was praised for courage, not for skill.
+ {A} was praised for courage.
+ {A} was not praised for skill.
- {A} was praised for skill.
- {A} was praised for courage and skill.

[limits] {C} will pay the fine if the court upholds the ruling.
+ If the court upholds the ruling, {C} will pay the fine.
+ The fine will be paid by {C} if the court upholds the ruling.
- {C} will pay the fine.
- The court upholds the ruling.

[limits] The pool will stay shut unless a lifeguard is found.
+ Unless a lifeguard is found, the pool will stay shut.
+ The pool stays shut unless a lifeguard is found.
- The pool will stay shut.
- A lifeguard is found.

[limits] Nearly 600 trees were planted in {P} in May.
+ Almost 600 trees were planted in {P}.
+ In May, nearly 600 trees were planted in {P}.
- More than 600 trees were planted in {P}.
- At least 600 trees were planted in {P} in May.

[limits] Of the 45 buses that {C} owns, 12 are electric.
+ 12 of the 45 buses of {C} are electric.
+ {C} owns 45 buses.
- 45 buses of {C} are electric.
- {C} owns 12 buses.

[things counted] The flood drowned 90 pigs on a farm in {P}.
+ 90 pigs drowned on a farm in {P}.
+ In {P}, the flood drowned 90 pigs.
- The flood drowned 90 people in {P}.
- 90 farmers drowned in {P}.

[things counted] The fire left 8 people homeless and 3 in hospital.
+ The fire left 8 people homeless.
+ 3 people are in hospital after the fire.
- The fire left 3 people homeless.
- The fire left 8 people dead.

[figure of another] The quake damaged 210 houses. The flood that followed destroyed 35 barns.
+ The quake damaged 210 houses.
+ The flood destroyed 35 barns.
- The quake damaged 35 houses.
- The flood destroyed 210 barns.

[figure of another] {A}, 29, lives with {B}, 52, in {P}.
+ {A} is 29.
+ {B}, 52, lives with {A}.
- {A}, 52, lives with {B} in {P}.
- {B}, 29, lives in {P}.

[figure of another] {A} studied in {P} and worked in Brunn.
+ {A} worked in Brunn.
+ {A} studied in {P}.
- {A} worked in {P}.
- {A} studied in Brunn.

[parties] {A} succeeded {B} as chair of {C}.
+ {B} was succeeded by {A} as chair of {C}.
+ As chair of {C}, {A} succeeded {B}.
- {B} succeeded {A} as chair of {C}.
- {A} was succeeded by {B}.

[parties] {C} lent the painting to {D} for a year.
+ The painting was lent to {D} by {C}.
+ For a year, {C} lent the painting to {D}.
- {D} lent the painting to {C} for a year.
- The painting was lent to {C} by {D}.

[parties] {A} wrote to {B} about the contract.
+ About the contract, {A} wrote to {B}.
+ {B} was written to by {A}.
- {B} wrote to {A} about the contract.
- {A} was written to by {B} about the contract.

[parties] The taxi hit the tram near the market in {P}.
+ The tram was hit by the taxi.
+ Near the market, the taxi hit the tram.
- The tram hit the taxi near the market in {P}.
- The taxi was hit by the tram.

[other sentence] {A} founded the choir. {B} died before its first concert.
+ {A} founded the choir.
+ {B} died before its first concert.
- {A} died before the choir's first concert.
- {B} founded the choir.

[other sentence] {A} called the plan a mistake. {B} called the plan a triumph.
+ {A} called the plan a mistake.
+ {B} called the plan a triumph.
- {A} called the plan a triumph.
- {B} called the plan a mistake.

[other sentence] {A} believes {B} took the money.
+ {A} believes that {B} took the money.
+ {B} took the money, {A} believes.
- {A} took the money.
- {B} believes {A} took the money.

[attribution] “Our food is safe,” {A} of {C} told the paper.
+ {A} told the paper that its food is safe.
+ The food of {C} is safe, {A} said.
- The food is safe.
- The food of {C} is safe.

[attribution] {B} has lied to voters, {A} claimed in a speech in {P}.
+ {A} claimed that {B} has lied to voters.
+ In a speech in {P}, {A} claimed {B} lied to voters.
- {B} has lied to voters.
- {A} has lied to voters, {B} claimed.

[cause and time] The river rose after the dam at {P} was opened.
+ After the dam at {P} was opened, the river rose.
+ The river rose when the dam was opened.
- The river rose because the dam at {P} was opened.
- The dam at {P} was opened after the river rose.

[cause and time] {A} resigned two days before the audit of {C} began.
+ Two days before the audit of {C} began, {A} resigned.
+ {A} resigned before the audit began.
- {A} resigned two days after the audit of {C} began.
- {A} resigned because of the audit of {C}.
`);
