using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Two cases of one person: found, judged, made one by two people.</summary>
public sealed class SamePersonTests
{
    private static readonly Guid Other = new("0de30de3-0000-4000-8000-000000000002");
    private static readonly NoteLikeness ByAddress = new(Other, "HE-OTHER", [LikenessReason.Address]);

    [Fact]
    public void Likeness_FoundAgain_IsToldOnlyWhenSomethingNewAgrees()
    {
        var found = Alike();
        Assert.Equal(["known-already"], found.Refusals(People.System, ByAddress));
        found.Do(People.System, ByAddress with { Reasons = [LikenessReason.Paper] });
        Assert.Equal([LikenessReason.Address, LikenessReason.Paper], Assert.Single(Likenesses.Open(found.File.Contact)).Value.Reasons);
        Assert.Equal(["same-case"], found.Refusals(People.System, new NoteLikeness(found.File.Id, "x", [LikenessReason.Paper])));
    }

    [Fact]
    public void Dismissed_StaysAwayUntilSomethingNewAgrees()
    {
        var found = Alike();
        Assert.Equal(["reason-missing"], found.Refusals(People.Intake, new DismissLikeness(Other, " ")));
        found.Do(People.Intake, new DismissLikeness(Other, "A brother who uses the same telephone."));
        Assert.Empty(Likenesses.Open(found.File.Contact));
        Assert.Equal(["likeness-not-open"], found.Refusals(People.Coordinator, new ProposeMerge(Other, "x")));
        found.Do(People.System, ByAddress with { Reasons = [LikenessReason.NameAndBirthDate] });
        Assert.Single(Likenesses.Open(found.File.Contact));
    }

    [Fact]
    public void Merge_NeverFoundAlike_IsRefused() =>
        Assert.Equal(["likeness-not-open"], A.Case().To(Gate.Consent).Refusals(People.Coordinator, new ProposeMerge(Other, "x")));

    [Fact]
    public void Merge_ProposerAnswersHimself_IsRefused()
    {
        var asked = A.Case().To(Gate.Consent).Do(People.System, new AskForMerge(Other, "HE-OTHER", People.Coordinator.Id));
        Assert.Equal(["same-person-twice"], asked.Refusals(People.Coordinator, new AnswerMerge(Other, Agrees: true, "x")));
        asked.Do(People.SecondCoordinator, new AnswerMerge(Other, Agrees: true, "x"));
        Assert.Equal(["merge-not-asked"], asked.Refusals(People.SecondCoordinator, new AnswerMerge(Other, Agrees: true, "x")));
        Assert.False(asked.File.Position.Finished);
    }

    [Fact]
    public void Merge_Agreed_CaseEndsAsDuplicateAndSaysWhichGoesOn()
    {
        var ending = Proposed();
        Assert.Equal(["merge-open"], ending.Do(People.System, new NoteLikeness(new Guid(1, 2, 3, new byte[8]), "HE-THIRD", [LikenessReason.Paper])).Refusals(People.Coordinator, new ProposeMerge(new Guid(1, 2, 3, new byte[8]), "x")));
        ending.Do(People.System, new EndMerge(Other, Agreed: true));
        Assert.Equal((true, "duplicate"), (ending.File.Position.Finished, ending.File.DecisionOn(Gate.Closure)!.Outcome));
        Assert.Contains("HE-OTHER", ending.File.DecisionOn(Gate.Closure)!.Reason, StringComparison.Ordinal);
        Assert.Equal(["merge-not-asked"], ending.Refusals(People.System, new EndMerge(Other, Agreed: true)));
    }

    [Fact]
    public void Merge_Refused_BothGoOn()
    {
        var going = Proposed().Do(People.System, new EndMerge(Other, Agreed: false));
        Assert.False(going.File.Position.Finished);
        Assert.Equal(MergeStage.Refused, Likenesses.MergeWith(going.File.Contact, Other)!.Stage);
    }

    /// <summary>What he has become meanwhile counts for more than what was agreed.</summary>
    [Fact]
    public void Merge_AgreedWhileAnEmergencyIsOpen_CaseDoesNotEnd()
    {
        var arrested = Proposed().Do(People.Protection, new OpenEmergency("detained", "DEMO")).Do(People.System, new EndMerge(Other, Agreed: true));
        Assert.False(arrested.File.Position.Finished);
        Assert.Equal((SidePath.Emergency, MergeStage.Refused), (arrested.File.Position.SidePath, Likenesses.MergeWith(arrested.File.Contact, Other)!.Stage));
        Assert.Contains("already-closed", Alike().Do(People.Protection, new OpenEmergency("detained", "DEMO")).Refusals(People.Coordinator, new ProposeMerge(Other, "x")));
    }

    /// <summary>Two cases that would each end for the other would both end.</summary>
    [Fact]
    public void Merge_AskedOfACaseThatShallEndItself_IsRefusedAtOnce()
    {
        var ending = Proposed().Do(People.System, new AskForMerge(new Guid(1, 2, 3, new byte[8]), "HE-THIRD", People.SecondCoordinator.Id));
        Assert.Empty(Likenesses.Asked(ending.File.Contact));
        Assert.Equal(MergeStage.Refused, Likenesses.MergeWith(ending.File.Contact, new Guid(1, 2, 3, new byte[8]))!.Stage);
    }

    [Fact]
    public void RoleView_OnlyThoseWhoTakeInOrDecide_SeeThatAnotherCaseIsAlike()
    {
        var file = Alike().File;
        Assert.Single(RoleView.For(Role.Coordinator, file).Contact.Likenesses);
        Assert.Single(RoleView.For(Role.IntakeOfficer, file).Contact.Likenesses);
        Assert.All(Enum.GetValues<Role>().Except([Role.Coordinator, Role.IntakeOfficer, Role.System]), role => Assert.Empty(RoleView.For(role, file).Contact.Likenesses));
    }

    private static CaseBuilder Alike() => A.Case().To(Gate.Consent).Do(People.System, ByAddress);

    private static CaseBuilder Proposed() => Alike().Do(People.Coordinator, new ProposeMerge(Other, "The person said so on the safe channel."));
}
