namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>A question for the next session that tells neither of the two versions, so that it cannot lead (handbook G3, leading questions).</summary>
/// <param name="Code">The question of the guide under which the answer is written.</param>
public sealed record NeutralQuestion(string Code, string En, string Ru)
{
    /// <summary>The question to ask about a mismatch.</summary>
    public static NeutralQuestion For(Mismatch mismatch) => mismatch.Topic switch
    {
        MismatchTopic.Birth => new("B2", "Please tell us once more when you were born, and which day your papers give.", "Скажите, пожалуйста, ещё раз, когда вы родились и какой день стоит в ваших документах."),
        MismatchTopic.Name => new("B1", "Please spell your names as they stand in each of your papers.", "Назовите, пожалуйста, по буквам, как ваше имя написано в каждом из документов."),
        MismatchTopic.PaperNumber or MismatchTopic.PaperIssued or MismatchTopic.PaperExpires =>
            new("B3", "Let us go through your papers again: which are they, when did you get each, and was one ever replaced?", "Давайте ещё раз пройдём по вашим документам: какие они, когда вы получили каждый и меняли ли какой-нибудь из них?"),
        MismatchTopic.CallUp => new("D2", "Please tell us again about your call-up: what came, when, and what happened then?", "Расскажите, пожалуйста, ещё раз о призыве: что вам пришло, когда и что было потом?"),
        MismatchTopic.Mobilised => new("D3", "Please tell us again how you were mobilised, from the first day on.", "Расскажите, пожалуйста, ещё раз, как вас мобилизовали, начиная с первого дня."),
        MismatchTopic.Contract => new("D5", "Please tell us again about your contract: when, where and with whom did you sign?", "Расскажите, пожалуйста, ещё раз о контракте: когда, где и с кем вы его подписали?"),
        MismatchTopic.Service or MismatchTopic.Unit => new("D6", "Please tell us again about each unit: where you were, from when to when, and whether you were sent on from there.", "Расскажите, пожалуйста, ещё раз о каждой части: где вы были, с какого и по какое время и посылали ли вас оттуда ещё куда-нибудь."),
        MismatchTopic.Decision => new("F1", "Please tell us again how you came to the decision, and what else happened around that time.", "Расскажите, пожалуйста, ещё раз, как вы пришли к этому решению и что ещё происходило в то время."),
        MismatchTopic.Refusal => new("F2", "Please tell us again about your report or refusal: what did you do first, what then?", "Расскажите, пожалуйста, ещё раз о рапорте или отказе: что вы сделали сначала, что потом?"),
        MismatchTopic.Leaving => new("F3", "Please tell us again how you left, day by day, from the unit to the place where you felt safe.", "Расскажите, пожалуйста, ещё раз день за днём, как вы ушли: от части до места, где вы почувствовали себя в безопасности."),
        MismatchTopic.Arrival or MismatchTopic.StayEnd or MismatchTopic.FirstContact => new("I1", "Please tell us again how you came to the country where you are now, and what was arranged there and when.", "Расскажите, пожалуйста, ещё раз, как вы попали в страну, где вы сейчас, и что и когда вы там оформили."),
        MismatchTopic.Prosecution => new("G1q", "Please tell us again what you know of the case against you, and how you heard of each part.", "Расскажите, пожалуйста, ещё раз, что вы знаете о деле против вас и откуда узнали каждую часть."),
        MismatchTopic.Evidence or MismatchTopic.Whereabouts => new("H2", "Please tell us again about what you did openly: where were you at each time, and how do you remember the day?", "Расскажите, пожалуйста, ещё раз о том, что вы делали открыто: где вы были каждый раз и как запомнили этот день?"),
    };
}
