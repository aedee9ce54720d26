/**
 * Sentences with ways of saying them again, right and wrong, written by hand: reordered, shortened, turned into the passive or a
 * noun; and reversed, made more certain than they are, or with who did it and to whom changed. {A} and {B} are people, {C} and
 * {D} bodies, {P} a place.
 */
export type Fact = { text: string; right: string[]; wrong: string[] };

const fact = (text: string, right: string[], wrong: string[]): Fact => ({ text, right, wrong });

export const facts: Fact[] = [
  fact(
    '{A} accused {B} of hiding the report from the council.',
    [
      '{B} was accused by {A} of hiding the report.',
      'The report was hidden from the council, {A} said in an accusation against {B}.',
      '{A} accused {B} of hiding the report.',
      '{A} made an accusation against {B} of hiding the report from the council.',
    ],
    [
      '{B} accused {A} of hiding the report from the council.',
      '{A} was accused by {B} of hiding the report.',
      '{A} accused {B} of hiding the council from the report.',
      '{B} accused {A} of hiding the report.',
    ],
  ),
  fact(
    '{C} sued {D} over the broken bridge in {P} last year.',
    [
      '{D} was sued by {C} over the broken bridge in {P}.',
      'Last year, {C} sued {D} over the broken bridge.',
      'Over the broken bridge in {P}, {C} sued {D}.',
    ],
    [
      '{D} sued {C} over the broken bridge in {P}.',
      '{C} was sued by {D} over the broken bridge.',
      'Last year, {D} sued {C} over the broken bridge.',
    ],
  ),
  fact(
    '{A} defeated {B} in the election for mayor of {P} on Sunday.',
    [
      '{B} was defeated by {A} in the election for mayor.',
      'On Sunday, {A} defeated {B} in the election for mayor of {P}.',
      '{A} defeated {B} in the {P} election.',
    ],
    [
      '{B} defeated {A} in the election for mayor of {P}.',
      '{A} was defeated by {B} in the election for mayor.',
      'On Sunday, {B} defeated {A}.',
    ],
  ),
  fact(
    '{A} will replace {B} as head of {C} in June.',
    [
      '{B} will be replaced by {A} as head of {C}.',
      'In June, {A} will replace {B} as head of {C}.',
      '{A} replaces {B} as head of {C} in June.',
      '{A} is to replace {B} in June.',
    ],
    [
      '{B} will replace {A} as head of {C} in June.',
      '{A} replaced {B} as head of {C} in June.',
      '{A} will be replaced by {B} as head of {C}.',
      '{A} has replaced {B} as head of {C}.',
    ],
  ),
  fact(
    'Police arrested {A} after a complaint by {B}, who runs a shop in {P}.',
    [
      '{A} was arrested by police after a complaint by {B}.',
      'After a complaint by {B}, police arrested {A}.',
      'The arrest of {A} by police followed a complaint by {B}.',
    ],
    [
      'Police released {A} after a complaint by {B}.',
      'Police arrested {B} after a complaint by {A}.',
      'Police arrested {A} before a complaint by {B}.',
    ],
  ),
  fact(
    'Sales at {C} rose 12 percent in the spring, while costs fell.',
    [
      'In the spring, sales at {C} rose 12%.',
      'Sales rose by 12 percent at {C}.',
      'Costs fell at {C} in the spring.',
      '{C} saw sales rise 12 percent in the spring.',
      'A rise in sales of 12 percent was seen at {C}.',
    ],
    [
      'Sales at {C} fell 12 percent in the spring.',
      'In the spring, sales at {C} dropped 12%.',
      'Costs rose at {C} in the spring.',
      'Sales at {C} declined 12 percent in the spring, while costs fell.',
    ],
  ),
  fact(
    'The council approved the plan for a new harbour in {P} by 12 votes to 9.',
    [
      'The plan for a new harbour in {P} was approved by the council.',
      'By 12 votes to 9, the council approved the plan.',
      'The council voted 12 to 9 for the plan for a new harbour.',
      'The plan won the approval of the council.',
    ],
    [
      'The council rejected the plan for a new harbour in {P} by 12 votes to 9.',
      'The plan for a new harbour in {P} was rejected by the council.',
      'The council approved the plan by 9 votes to 12.',
      'The council opposed the plan for a new harbour in {P}.',
    ],
  ),
  fact(
    '{A} said the firm may close its factory in {P} next year.',
    [
      'The firm may close its factory in {P}, {A} said.',
      'Next year, the firm could close its factory in {P}, {A} said.',
      '{A} said a closure of the factory in {P} is possible.',
      'The factory in {P} might close next year, {A} said.',
    ],
    [
      '{A} said the firm will close its factory in {P} next year.',
      'The firm closed its factory in {P}, {A} said.',
      'The firm will close its factory in {P} next year, {A} said.',
      '{A} said the firm is closing its factory in {P} next year.',
    ],
  ),
  fact(
    '{C} plans to open a school in {P} in September.',
    [
      'A school in {P} is planned by {C}.',
      '{C} wants to open a school in {P}.',
      'In September, {C} plans to open a school in {P}.',
      '{C} intends to open a school in September.',
    ],
    [
      '{C} will open a school in {P} in September.',
      '{C} opened a school in {P} in September.',
      '{C} plans to close a school in {P} in September.',
      'In September, {C} will open a school in {P}.',
    ],
  ),
  fact(
    'The court will decide in March whether {A} must repay the money.',
    [
      'In March, the court will decide whether {A} must repay the money.',
      'Whether {A} must repay the money will be decided by the court in March.',
      'The court is to decide in March whether {A} must repay the money.',
    ],
    [
      'The court decided in March that {A} must repay the money.',
      'The court has decided that {A} must repay the money.',
      'The court decided in March whether {A} must repay the money.',
      '{A} must repay the money.',
    ],
  ),
  fact(
    'Some residents of {P} want the road closed, and most shops support it.',
    [
      'Some residents of {P} want the road closed.',
      'Most shops support it.',
      'The road should be closed, some residents of {P} say.',
    ],
    [
      'All residents of {P} want the road closed.',
      'Most residents of {P} want the road closed.',
      'All shops support it.',
      'Every resident of {P} wants the road closed.',
    ],
  ),
  fact(
    'More than 300 people left {P} before the storm.',
    [
      'Before the storm, more than 300 people left {P}.',
      'Over 300 people left {P} before the storm.',
      '{P} was left by more than 300 people before the storm.',
    ],
    [
      'Less than 300 people left {P} before the storm.',
      'More than 300 people left {P} after the storm.',
      'Fewer than 300 people left {P} before the storm.',
      'Up to 300 people left {P} before the storm.',
    ],
  ),
  fact(
    '{A} was elected before {B} joined {C}.',
    ['Before {B} joined {C}, {A} was elected.', '{A} was elected before {B} joined.'],
    [
      '{A} was elected after {B} joined {C}.',
      '{B} was elected before {A} joined {C}.',
      'After {B} joined {C}, {A} was elected.',
    ],
  ),
  fact(
    '{C} won the cup for the first time, beating {D} in {P}.',
    ['{C} won the cup in {P}.', 'For the first time, {C} won the cup.', '{C} beat {D} in {P}.'],
    [
      '{C} lost the cup for the first time.',
      '{D} won the cup for the first time, beating {C} in {P}.',
      '{D} beat {C} in {P}.',
      '{C} won the cup for the last time.',
    ],
  ),
  fact(
    'The government could cut taxes if growth returns, {A} told {C}.',
    [
      'Taxes could be cut if growth returns, {A} said.',
      'If growth returns, the government could cut taxes.',
      '{A} told {C} that tax cuts are possible.',
    ],
    [
      'The government will cut taxes, {A} told {C}.',
      'The government could raise taxes if growth returns.',
      'The government has cut taxes, {A} told {C}.',
      'The government is cutting taxes.',
    ],
  ),
  fact(
    '{A} bought the house in {P} from {B} for $2 million.',
    [
      '{B} sold the house in {P} to {A} for $2 million.',
      'The house in {P} was bought by {A} for $2 million.',
      'For $2 million, {A} bought the house from {B}.',
    ],
    [
      '{B} bought the house in {P} from {A} for $2 million.',
      '{A} sold the house in {P} to {B} for $2 million.',
      'The house in {P} was sold by {A} for $2 million.',
    ],
  ),
  fact(
    'The jury found {A} guilty of fraud and cleared {B}.',
    ['{A} was found guilty of fraud by the jury.', 'The jury cleared {B}.', '{B} was cleared by the jury.'],
    [
      'The jury found {A} innocent of fraud.',
      'The jury found {B} guilty of fraud and cleared {A}.',
      'The jury cleared {A}.',
    ],
  ),
  fact(
    '{C} is considering selling its offices in {P}.',
    [
      'The sale of its offices in {P} is being considered by {C}.',
      '{C} may sell its offices in {P}.',
      '{C} considers selling its offices in {P}.',
    ],
    [
      '{C} is selling its offices in {P}.',
      '{C} sold its offices in {P}.',
      '{C} will sell its offices in {P}.',
      '{C} is considering buying its offices in {P}.',
    ],
  ),
  fact(
    'Temperatures in {P} will drop at the weekend, and snow is likely.',
    [
      'At the weekend, temperatures in {P} will drop.',
      'Snow is likely in {P}.',
      'A drop in temperatures is to come in {P}.',
    ],
    [
      'Temperatures in {P} will rise at the weekend.',
      'Snow is unlikely in {P}.',
      'Temperatures in {P} dropped at the weekend.',
      'Temperatures in {P} will climb at the weekend, and snow is likely.',
    ],
  ),
  fact(
    '{A} criticised {B} for leaving the talks early.',
    [
      '{B} was criticised by {A} for leaving the talks early.',
      '{A} criticised {B}.',
      'For leaving the talks early, {B} was criticised by {A}.',
      'Criticism of {B} came from {A}.',
    ],
    [
      '{B} criticised {A} for leaving the talks early.',
      '{A} was criticised by {B} for leaving the talks.',
      '{A} criticised {B} for joining the talks early.',
      '{A} praised {B} for leaving the talks early.',
    ],
  ),
  fact(
    '{C} has banned phones in its schools since January.',
    [
      'Phones have been banned by {C} in its schools.',
      'Since January, {C} has banned phones in its schools.',
      'A ban on phones in its schools was brought in by {C}.',
    ],
    [
      '{C} has allowed phones in its schools since January.',
      '{C} has lifted a ban on phones in its schools.',
      'Phones have been permitted by {C} in its schools.',
    ],
  ),
  fact(
    'At least 40 people survived when the ferry sank near {P}.',
    [
      'When the ferry sank near {P}, at least 40 people survived.',
      'At least 40 people survived the sinking of the ferry near {P}.',
    ],
    [
      'At least 40 people died when the ferry sank near {P}.',
      'At most 40 people survived when the ferry sank near {P}.',
      'Fewer than 40 people survived when the ferry sank.',
    ],
  ),
  fact(
    '{A} agreed to pay {B} the money in two parts.',
    [
      '{B} is to be paid the money by {A} in two parts.',
      'The money will be paid in two parts, {A} agreed.',
      '{A} agreed to pay the money in two parts.',
    ],
    [
      '{B} agreed to pay {A} the money in two parts.',
      '{A} paid {B} the money in two parts.',
      '{A} refused to pay {B} the money in two parts.',
    ],
  ),
  fact(
    'Support for {A} grew among young voters but shrank among older ones.',
    [
      'Among young voters, support for {A} grew.',
      'Support for {A} shrank among older voters.',
      '{A} saw support grow among young voters.',
    ],
    [
      'Support for {A} shrank among young voters.',
      'Support for {A} grew among older voters.',
      'Support for {A} fell among young voters but shrank among older ones.',
    ],
  ),
  fact(
    'The bank raised its interest rate to 4.5 percent from 4.25 percent on Thursday.',
    [
      'On Thursday, the bank raised its interest rate to 4.5%.',
      'The interest rate was raised by the bank to 4.5 percent.',
      'The bank raised its rate from 4.25 percent to 4.5 percent.',
      'The rate increase to 4.5 percent was made on Thursday.',
    ],
    [
      'The bank lowered its interest rate to 4.5 percent from 4.25 percent.',
      'The bank raised its interest rate to 4.25 percent from 4.5 percent.',
      'The bank cut its interest rate to 4.5 percent on Thursday.',
      'The bank raised its interest rate from 4.5 percent to 4.25 percent.',
    ],
  ),
  fact(
    '{C} may have leaked the names of 200 patients, an inquiry found.',
    [
      'The names of 200 patients may have been leaked by {C}.',
      'An inquiry found that {C} may have leaked the names of 200 patients.',
      'It is possible that {C} leaked the names of 200 patients.',
    ],
    [
      '{C} leaked the names of 200 patients, an inquiry found.',
      'The names of 200 patients were leaked by {C}.',
      '{C} has leaked the names of 200 patients.',
    ],
  ),
  fact(
    '{A} hopes to visit {P} before the summer.',
    [
      'A visit to {P} before the summer is what {A} hopes for.',
      'Before the summer, {A} hopes to visit {P}.',
      '{A} wants to visit {P}.',
    ],
    [
      '{A} visited {P} before the summer.',
      '{A} will visit {P} before the summer.',
      '{A} hopes to visit {P} after the summer.',
    ],
  ),
  fact(
    'Exports to {P} increased by a third while imports halved.',
    [
      'Imports halved while exports to {P} increased by a third.',
      'Exports to {P} increased by a third.',
      'Exports to {P} grew by a third.',
    ],
    [
      'Imports to {P} increased by a third while exports halved.',
      'Exports to {P} decreased by a third.',
      'Exports to {P} shrank by a third while imports halved.',
    ],
  ),
  fact(
    '{A} supports the law, but {B} opposes it.',
    ['The law is supported by {A}.', '{B} opposes the law.', '{B} is against the law.', '{A} is for the law.'],
    [
      '{A} opposes the law.',
      '{B} supports the law.',
      '{B} supports the law, but {A} opposes it.',
      'The law is opposed by {A}.',
    ],
  ),
  fact(
    'Many of the workers at {C} have signed the letter to {A}.',
    [
      'The letter to {A} was signed by many of the workers at {C}.',
      'Many workers at {C} signed the letter to {A}.',
      'Many workers have signed the letter.',
    ],
    [
      'All of the workers at {C} have signed the letter to {A}.',
      'Every worker at {C} has signed the letter.',
      'None of the workers at {C} have signed the letter to {A}.',
      'Most of the workers at {C} have signed the letter to {A}.',
    ],
  ),
  fact(
    '{A} lent {B} the car on the morning of the robbery.',
    [
      'On the morning of the robbery, {A} lent {B} the car.',
      'The car was lent to {B} by {A}.',
      '{B} borrowed the car from {A} on the morning of the robbery.',
    ],
    [
      '{B} lent {A} the car on the morning of the robbery.',
      '{A} borrowed the car from {B} on the morning of the robbery.',
      '{A} lent {B} the car on the evening of the robbery.',
    ],
  ),
  fact(
    'The mine in {P} is expected to reopen in autumn after ten years.',
    [
      'After ten years, the mine in {P} is expected to reopen.',
      'The reopening of the mine in {P} is expected in autumn.',
      'The mine in {P} is likely to reopen in autumn.',
    ],
    [
      'The mine in {P} reopened in autumn after ten years.',
      'The mine in {P} has reopened.',
      'The mine in {P} will reopen in autumn after ten years.',
    ],
  ),
  fact(
    '{C} hired {A} and dismissed {B} in the same week.',
    ['In the same week, {C} hired {A}.', '{B} was dismissed by {C}.', '{A} was hired by {C}.'],
    [
      '{C} dismissed {A} and hired {B} in the same week.',
      '{C} fired {A} in the same week.',
      '{A} was dismissed by {C}.',
    ],
  ),
  fact(
    'The army moved north towards {P}, where rebels hold the airport.',
    ['Rebels hold the airport in {P}.', 'Towards {P}, the army moved north.', 'The airport in {P} is held by rebels.'],
    ['The army moved south towards {P}.', 'Rebels moved north towards {P}, where the army holds the airport.'],
  ),
  fact(
    '{A} told {B} that the deal was legal and the price was high.',
    [
      'The deal was legal, {A} told {B}.',
      '{B} was told by {A} that the deal was legal.',
      '{A} told {B} the price was high.',
    ],
    [
      '{A} told {B} that the deal was illegal.',
      '{A} told {B} that the price was low.',
      'The deal was illegal, {A} told {B}.',
    ],
  ),
];
