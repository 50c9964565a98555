using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Translations;

/// <summary>The day of an order, and the interpreters who must not be the translator.</summary>
public sealed class TranslationClockTests
{
    private static readonly DateOnly Due = new(2023, 5, 20);

    [Fact]
    public void Remind_DayNotOverDeliveredOrUnknown_IsRefused()
    {
        var built = Ordered(out var job);
        Assert.Equal(["reminder-not-due"], built.Refusals(People.System, new RemindTranslation("T-9999-9999")));
        Assert.Equal(["reminder-not-due"], At(built, Due).Refusals(People.System, new RemindTranslation(job)));
        At(built, Due.AddDays(1)).Do(People.Translator, new TakeTranslation(job)).Do(People.Translator, Delivery(job));
        Assert.Equal(["reminder-not-due"], built.Refusals(People.System, new RemindTranslation(job)));
        Assert.Null(LateOn(built.File, job));
    }

    [Fact]
    public void Remind_DayIsOver_TellsWhoOrderedAndWhoLeadsOnceAndMailsTheTranslator()
    {
        var built = At(Ordered(out var job), Due.AddDays(1));
        Assert.Equal(Due.AddDays(1), LateOn(built.File, job));
        built.Do(People.System, new RemindTranslation(job));
        Assert.Equal([new Told(Role.EvidenceCustodian, RemindTranslation.Topic), new Told(Role.Coordinator, RemindTranslation.Topic)], built.Last!.Told);
        Assert.Equal([People.Translator.Id], built.Last.Mailed);
        Assert.Equal(["reminder-not-due"], built.Later(3).Refusals(People.System, new RemindTranslation(job)));
        Assert.True(TranslationReminders.IsLate(TranslationRules.Find(built.File, job)!, Due.AddDays(4)));
    }

    [Fact]
    public void Remind_SentBackAfterTheDay_IsLateAgainUnlessItWasTold()
    {
        var built = Ordered(out var job);
        built.Do(People.Translator, new TakeTranslation(job)).Do(People.Translator, Delivery(job));
        At(built, Due.AddDays(2)).Do(People.Custodian, new ReadTranslation(job, 1, Accepts: false) { Remarks = "DEMO" });
        Assert.Equal(Due.AddDays(1), LateOn(built.File, job));
    }

    [Fact]
    public void Remind_WithdrawnOrDeclined_IsGone()
    {
        var withdrawn = At(Ordered(out var one).Do(People.Custodian, new WithdrawTranslation(one, "DEMO")), Due.AddDays(1));
        Assert.Equal(["reminder-not-due"], withdrawn.Refusals(People.System, new RemindTranslation(one)));
        var declined = At(Ordered(out var other).Do(People.Translator, new DeclineTranslation(other, DeclineReason.NoTime)), Due.AddDays(1));
        Assert.Equal(["reminder-not-due"], declined.Refusals(People.System, new RemindTranslation(other)));
    }

    [Fact]
    public void Order_InterpreterOfTheInterviewNotRuledOut_IsRefused()
    {
        var built = Interpreted(A.Case().To(Gate.Interview).Interviewed(), "I-07");
        built.Do(People.Custodian, new AddEvidence(EvidenceType.LeakedDocument, "DEMO order", "applicant"));
        Assert.Equal(["interpreter-not-ruled-out"], built.Refusals(People.Custodian, Order()));
        Assert.Equal(["interpreter-not-ruled-out"], built.Refusals(People.Custodian, Order() with { NoneOf = ["I-08"] }));
        Assert.Empty(built.Refusals(People.Custodian, Order() with { NoneOf = ["i07"] }));

        // One whose code nobody wrote down is one more, by his session.
        Interpreted(built, null);
        Assert.Equal(["#3", "I-07"], InterviewInterpreters.Of(built.File.Interview));
        Assert.Equal(["interpreter-not-ruled-out"], built.Refusals(People.Custodian, Order() with { NoneOf = ["I-07", "3"] }));
        built.Do(People.Custodian, Order() with { NoneOf = ["I-07", "#3", "X"] });
        Assert.Equal(["#3", "I-07"], TranslationRules.Of(built.File)[^1].Order.NoneOf);
    }

    [Fact]
    public void Accept_InterpreterWhoCameAfterTheOrder_IsRuledOutByTheSecondReader()
    {
        var built = Ordered(out var job);
        Assert.Null(TranslationRules.Find(built.File, job)!.Order.NoneOf);
        built.Do(People.Translator, new TakeTranslation(job)).Do(People.Translator, Delivery(job));
        Interpreted(built, "I-07");
        Assert.Equal(["interpreter-not-ruled-out"], built.Refusals(People.Custodian, new ReadTranslation(job, 1, Accepts: true)));
        Assert.Empty(built.Refusals(People.Custodian, new ReadTranslation(job, 1, Accepts: false) { Remarks = "DEMO" }));
        built.Do(People.Custodian, new ReadTranslation(job, 1, Accepts: true) { NoneOf = ["I-07"] });
        Assert.Equal(["I-07"], TranslationRules.Find(built.File, job)!.Steps[^1].Value.NoneOf);
    }

    private static DateOnly? LateOn(CaseFile file, string job) => TranslationReminders.LateOn(file, TranslationRules.Find(file, job)!);

    private static CaseBuilder At(CaseBuilder built, DateOnly day) => built.Later(day.DayNumber - DateOnly.FromDateTime(built.Now.UtcDateTime).DayNumber);

    private static CaseBuilder Interpreted(CaseBuilder built, string? code) =>
        built.Do(People.Screener, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true, InterpreterCode = code });

    private static CaseBuilder Ordered(out string job)
    {
        var built = A.Case().To(Gate.Interview).Interviewed().Do(People.Custodian, new AddEvidence(EvidenceType.LeakedDocument, "DEMO order", "applicant")).Do(People.Custodian, Order());
        job = TranslationRules.Of(built.File)[^1].Number;
        return built;
    }

    private static OrderTranslation Order() => new(new TranslationSource(TranslationSourceKind.Item, "E1", string.Empty), "ru", "fr", People.Translator.Id, Due) { Text = "ДЕМО: приказ" };

    private static DeliverTranslation Delivery(string job) => new(job, "DÉMO : traduit", TranslatorQualification.Sworn, Certifies: true);
}
