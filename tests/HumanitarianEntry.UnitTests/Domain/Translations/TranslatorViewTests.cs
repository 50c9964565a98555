using System.Text.Json;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Translations;

/// <summary>What a translator gets: his segment, while he needs it, and nothing besides.</summary>
public sealed class TranslatorViewTests
{
    private static readonly Actor[] Translators = [People.Translator, People.SecondTranslator, People.Translator with { Id = new Guid(22, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]) }];

    [Fact]
    public void Of_BeforeItIsTaken_SaysNothingOfTheText()
    {
        var built = Ordered();
        var number = TranslationRules.Of(built.File)[0].Number;
        var view = TranslatorView.Of(built.File, People.Translator.Id, number, built.Now)!;
        Assert.Null(view.Text);
        Assert.False(view.MayDeliver);
        built.Do(People.Translator, new TakeTranslation(number));
        Assert.Equal("ДЕМО отрезок 0", TranslatorView.Of(built.File, People.Translator.Id, number, built.Now)!.Text);
    }

    [Fact]
    public void Of_WrongPersonOrUnknownNumber_IsNothing()
    {
        var built = Ordered();
        var number = TranslationRules.Of(built.File)[0].Number;
        Assert.Null(TranslatorView.Of(built.File, People.SecondTranslator.Id, number, built.Now));
        Assert.Null(TranslatorView.Of(built.File, People.Screener.Id, number, built.Now));
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, "T-2222-2222", built.Now));
    }

    [Fact]
    public void Of_WhenItIsOver_IsNothing()
    {
        var built = Ordered();
        var number = TranslationRules.Of(built.File)[0].Number;
        built.Do(People.Translator, new TakeTranslation(number)).Do(People.Translator, new DeliverTranslation(number, "DÉMO", TranslatorQualification.Volunteer, true));
        Assert.False(TranslatorView.Of(built.File, People.Translator.Id, number, built.Now)!.MayDeliver);
        Assert.Null(TranslatorView.Of(built.File with { Position = built.File.Position with { Finished = true } }, People.Translator.Id, number, built.Now));
        Assert.Null(TranslatorView.Of(built.File with { Position = built.File.Position with { SidePath = SidePath.Sealed } }, People.Translator.Id, number, built.Now));
        built.Do(People.Screener, new ReadTranslation(number, 1, true));
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, number, built.Now));
    }

    [Fact]
    public void Of_ItemThatNobodyHasLookedAt_DoesNotSayThatItIsHarmless()
    {
        var built = A.Case().To(Gate.Interview).Do(People.Applicant, new AddEvidence(EvidenceType.Summons, "DEMO", "x")).Do(People.Screener, Order(0, People.Translator) with { Source = new(TranslationSourceKind.Item, "E1", "") });
        bool? Graphic() => TranslatorView.Of(built.File, People.Translator.Id, TranslationRules.Of(built.File)[0].Number, built.Now)!.IsGraphic;
        Assert.Null(Graphic());
        built.Do(People.Custodian, new MarkGraphic("E1", IsGraphic: true));
        Assert.True(Graphic());
        built.Do(People.Custodian, new MarkGraphic("E1", IsGraphic: false));
        Assert.False(Graphic());
    }

    [Fact]
    public void Of_QuarantineAfterTheOrder_TakesItAway()
    {
        var file = new EvidenceFile(Guid.NewGuid(), "aa", 1, "png");
        var clean = new FileExamination("E1", file.FileId, "aa", ScanVerdict.Clean) { Copy = new WorkingCopy(Guid.NewGuid(), "bb", 1, "png", file.FileId, "aa", "t", "p", CaseBuilder.FirstContact) };
        var built = A.Case().To(Gate.Interview).Do(People.Custodian, new AddEvidence(EvidenceType.Summons, "DEMO", "x") { File = file }).Do(People.System, new RecordFileExamination(clean))
            .Do(People.Screener, Order(0, People.Translator) with { Text = null, WithPicture = true, Source = new(TranslationSourceKind.Item, "E1", "") });
        var number = TranslationRules.Of(built.File)[0].Number;
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, number, built.Now)!.Picture);
        built.Do(People.Translator, new TakeTranslation(number));
        Assert.Equal("bb", TranslatorView.Of(built.File, People.Translator.Id, number, built.Now)!.Picture!.Sha256);
        built.Do(People.System, new RecordFileExamination(clean with { Verdict = ScanVerdict.Malware, Malware = "Demo", Copy = null }));
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, number, built.Now));
    }

    /// <summary>Random orders, takings, deliveries, readings, refusals: whatever was done, nobody's view ever holds a word of another segment or anything of the case.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Of_WhateverHappened_NeverHoldsSomebodyElsesSegment(int seed)
    {
        var random = new Random(seed);
        var built = Ordered();
        for (var i = 1; i < 60; i++)
        {
            var jobs = TranslationRules.Of(built.File);
            var job = jobs[random.Next(jobs.Count)];
            var actor = Translators.Single(t => t.Id == job.Order.Translator);
            var (by, act) = (random.Next(8), job.Standing) switch
            {
                ( < 3, _) => (People.Screener, (Act)Order(i, Translators[random.Next(Translators.Length)])),
                (_, TranslationStanding.Ordered) => (actor, random.Next(4) == 0 ? new DeclineTranslation(job.Number, DeclineReason.NoTime) : new TakeTranslation(job.Number)),
                (_, TranslationStanding.Taken or TranslationStanding.SentBack) => (actor, new DeliverTranslation(job.Number, $"DÉMO livraison {i}.", TranslatorQualification.Professional, true)),
                (_, TranslationStanding.Delivered) => (People.Custodian, new ReadTranslation(job.Number, job.Latest!.Version, random.Next(2) == 0) { Remarks = $"DEMO remark {i}." }),
                _ => (People.Screener, job.Standing == TranslationStanding.Withdrawn ? Order(i, actor) : new WithdrawTranslation(job.Number, $"DEMO reason {i}.")),
            };
            if (built.Refusals(by, act).Count == 0)
            {
                built.Do(by, act);
            }

            AssertNobodySeesMore(built.File, built.Now);
        }
    }

    private static void AssertNobodySeesMore(CaseFile file, DateTimeOffset now)
    {
        foreach (var translator in Translators)
        {
            foreach (var job in TranslationRules.Of(file))
            {
                if (TranslatorView.Of(file, translator.Id, job.Number, now) is not { } view)
                {
                    continue;
                }

                Assert.Equal(translator.Id, job.Order.Translator);
                var said = JsonSerializer.Serialize(view, DomainJson.Options);
                Assert.All(TranslationRules.Of(file).Where(other => other.Number != job.Number), other =>
                {
                    Assert.DoesNotContain(other.Number, said, StringComparison.Ordinal);
                    Assert.DoesNotContain($"{other.Order.Text}\"", said, StringComparison.Ordinal);
                    Assert.All(other.Steps.Select(s => s.Value.Words ?? s.Value.Delivery?.Text).OfType<string>(), words => Assert.DoesNotContain($"\"{words}\"", said, StringComparison.Ordinal));
                });
                Assert.All(new[] { file.Reference, "Щуренков", "Артём", "DEMO title", job.Order.Translator.ToString(), file.Id.ToString() }, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static CaseBuilder Ordered() =>
        A.Case().To(Gate.Interview).Do(People.Custodian, new AddEvidence(EvidenceType.Summons, "DEMO title", "applicant")).Do(People.Screener, Order(0, People.Translator));

    private static OrderTranslation Order(int i, Actor translator) =>
        new(new TranslationSource(TranslationSourceKind.Item, "E1", $"part {i}"), "ru", "fr", translator.Id, new DateOnly(2023, 12, 1)) { Text = $"ДЕМО отрезок {i}", Instructions = $"DEMO {i}." };
}
