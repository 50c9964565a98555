using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;
using static HumanitarianEntry.UnitTests.Domain.Translations.TranslationTests;

namespace HumanitarianEntry.UnitTests.Domain.Translations;

/// <summary>What ends a translator's sight of what he was given: a tie to the case, and the end of the consent to keep anything.</summary>
public sealed class TranslationTiesTests
{
    /// <summary>A tie found after the delivery: nothing stays with him, and nobody takes what he made.</summary>
    [Fact]
    public void Tie_DeclaredWithADelivery_ClosesEverythingOfHis()
    {
        var built = WithItem().Do(People.Screener, Item()).Do(People.Screener, Item() with { Source = new(TranslationSourceKind.Item, "E1", "p. 2") });
        var (delivered, other) = (TranslationRules.Of(built.File)[0].Number, TranslationRules.Of(built.File)[1].Number);
        built.Do(People.Translator, new TakeTranslation(delivered)).Do(People.Translator, Delivery(delivered));
        Assert.Equal(["translation-unknown"], built.Refusals(People.Translator, new DeclineTranslation(delivered, DeclineReason.NoTime)));
        var before = built.File;

        built.Do(People.Translator, new DeclineTranslation(other, DeclineReason.Conflict) { Conflict = ConflictKind.SameUnit, Words = "DEMO" });
        Assert.All(TranslationRules.Of(built.File), j => Assert.Equal(TranslationStanding.Declined, j.Standing));
        Assert.Equal(["translation-not-delivered", "conflict-of-interest"], built.Refusals(People.Custodian, new ReadTranslation(delivered, 1, true)));

        // Facts of before this was so: the delivery stood open beside the tie.
        var old = before with { Dossier = before.Dossier with { Conflicts = built.File.Dossier.Conflicts } };
        Assert.Equal(["conflict-of-interest"], new ReadTranslation(delivered, 1, true).Check(old, built.Context(People.Custodian)).Select(b => b.Code));
        Assert.Equal(["conflict-of-interest"], new ReadTranslation(delivered, 1, false) { Remarks = "DEMO" }.Check(old, built.Context(People.Custodian)).Select(b => b.Code));
        Assert.Null(TranslatorView.Of(old, People.Translator.Id, delivered, built.Now));
        Assert.Equal(["translation-unknown"], new TakeTranslation(other).Check(old, built.Context(People.Translator)).Select(b => b.Code));
    }

    [Fact]
    public void Tie_FoundAfterTheDelivery_MayBeDeclared()
    {
        var built = WithItem().Do(People.Screener, Item());
        built.Do(People.Translator, new TakeTranslation(NumberOf(built))).Do(People.Translator, Delivery(NumberOf(built)));
        built.Do(People.Translator, new DeclineTranslation(NumberOf(built), DeclineReason.Conflict) { Conflict = ConflictKind.SameTown, Words = "DEMO" });
        Assert.Equal(TranslationStanding.Declined, TranslationRules.Of(built.File)[0].Standing);
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, NumberOf(built), built.Now));
    }

    [Theory]
    [InlineData(ConsentStatus.Withdrawn)]
    [InlineData(ConsentStatus.Refused)]
    public void ConsentToStore_NoLongerGiven_TakesEveryOpenJobBack(ConsentStatus status)
    {
        var built = WithItem().Do(People.Screener, Item()).Do(People.Screener, Item() with { Source = new(TranslationSourceKind.Item, "E1", "p. 2"), Translator = People.SecondTranslator.Id });
        var number = TranslationRules.Of(built.File)[0].Number;
        built.Do(People.Translator, new TakeTranslation(number)).Do(People.Translator, Delivery(number));

        // Also while no act has closed it yet, as when the consent ends by itself.
        var ended = built.File with { Contact = built.File.Contact with { Consents = [] } };
        Assert.Null(TranslatorView.Of(ended, People.Translator.Id, number, built.Now));
        Assert.Equal(["translation-unknown"], new TakeTranslation(TranslationRules.Of(ended)[1].Number).Check(ended, built.Context(People.SecondTranslator)).Select(b => b.Code));

        built.Do(People.Screener, new RecordConsent(ConsentPurpose.Store, status, "v1", "ru", ConsentMethod.Signed));
        Assert.All(TranslationRules.Of(built.File), j => Assert.Equal(TranslationStanding.Withdrawn, j.Standing));
        Assert.Equal([People.Translator.Id, People.SecondTranslator.Id], built.Last!.Mailed);
        Assert.Null(TranslatorView.Of(built.File, People.Translator.Id, number, built.Now));
    }
}
