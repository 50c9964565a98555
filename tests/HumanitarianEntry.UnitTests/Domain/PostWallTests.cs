using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Between two posts of one case: who is there for one sees nothing of the other.</summary>
public sealed class PostWallTests
{
    private const string Other = "Ministry contact";
    private static readonly Actor Ministry = People.Liaison with { Id = new Guid(40, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]) };
    private static readonly RecordReceipt Receipt = new("DEMO-1", PartialDate.Parse("2023"));

    [Fact]
    public void Assign_PostOfAnotherProgrammeOrOfSomebodyElse_IsRefused()
    {
        var built = TwoPosts(A.Case().To(Gate.Dossier));
        Assert.Equal(["recipient-not-of-programme"], built.Refusals(People.Coordinator, new AssignStaff(Guid.Empty, Role.EmbassyLiaison, "post") { Post = "somebody" }));
        Assert.Equal(["post-for-liaisons-only"], built.Refusals(People.Coordinator, new AssignStaff(Guid.Empty, Role.Counsel, "post") { Post = Other }));
        Assert.Empty(built.Refusals(People.Coordinator, new AssignStaff(Guid.Empty, Role.EmbassyLiaison, "post")));
        Assert.Equal(Other, PostWall.Of(built.File, Ministry.Id));
        Assert.Null(PostWall.Of(built.File, People.Liaison.Id));
    }

    [Fact]
    public void For_PostThatGotNothing_HoldsNothingAndMayDoNothing()
    {
        var file = TwoPosts(A.Case().To(Gate.Dossier).DossierMade().DossierReleased()).Submitted().Do(People.Liaison, Receipt).File;
        var seen = PostWall.For(Other, RoleView.For(Role.EmbassyLiaison, file));
        Assert.False(PostWall.WasHandedTo(Other, file.Dossier));
        Assert.Empty(seen.Submissions);
        Assert.Empty(seen.Versions);
        Assert.Empty(seen.Receipts);
        Assert.False(PostWall.Admits(file, Ministry, Receipt));
        Assert.False(PostWall.Admits(file, Ministry, new RequestInformation("Who?")));
        Assert.True(PostWall.Admits(file, People.Liaison, new RequestInformation("Who?")));
        Assert.True(PostWall.Admits(file, People.SubmissionOfficer, new RequestInformation("Who?")));
        Assert.Equal((false, true), (PostWall.Hears(file, Seat(file, Ministry), SubmitDossier.Received), PostWall.Hears(file, Seat(file, People.Liaison), SubmitDossier.Received)));
    }

    [Fact]
    public void For_UrgentPageToTheOther_IsItsOwnAndMovesNoDossier()
    {
        var file = Urgent(TwoPosts(A.Case().To(Gate.Dossier).DossierMade().DossierReleased()).Submitted().Do(People.Liaison, Receipt).File);
        var seen = PostWall.For(Other, file);
        Assert.Equal([Other], seen.Submissions.Select(s => s.Value.RecipientFunction));
        Assert.Equal([DossierKind.Urgent], seen.Versions.Select(v => v.Kind));
        Assert.Empty(seen.Receipts);
        Assert.Equal(Programmes.Post, PostWall.Addressee(PostWall.Handed(file.Dossier)));
        Assert.True(PostWall.Admits(file, Ministry, Receipt));
        Assert.False(PostWall.Admits(file, Ministry, new RequestInformation("Who?")));
        Assert.True(PostWall.Hears(file, Seat(file, Ministry), SubmitDossier.Received));
        Assert.False(PostWall.Hears(file, Seat(file, Ministry), "anything else"));
        Assert.Equal([Programmes.Post], PostWall.For(Programmes.Post, file).Submissions.Select(s => s.Value.RecipientFunction));
        Assert.Single(PostWall.For(Programmes.Post, file).Receipts);
    }

    [Fact]
    public void For_QuestionsAndAnswers_StayTogetherWhenOthersAreTakenOut()
    {
        var built = TwoPosts(A.Case().To(Gate.Decision)).Do(People.Liaison, new RequestInformation("Of the embassy?"))
            .Do(People.SubmissionOfficer, new AnswerInformationRequest("To the embassy.")).Decides(People.SubmissionOfficer, Gate.InformationRequest, "answered");
        var asked = built.File.Dossier.Questions[0];
        var mixed = built.File with
        {
            Dossier = built.File.Dossier with
            {
                Questions = [asked with { Value = asked.Value with { Question = "Of the ministry?" }, Provenance = asked.Provenance with { By = Ministry.Id } }, asked],
                Answers = built.File.Dossier.Answers.ConvertAll(a => a with { Value = a.Value with { Question = 2 } }),
            },
            Assignments = built.File.Assignments.ConvertAll(a => a.StaffId == People.Liaison.Id ? a with { Post = Programmes.Post } : a),
        };
        var embassy = PostWall.For(Programmes.Post, mixed);
        Assert.Equal(("Of the embassy?", 1, "To the embassy."), (Assert.Single(embassy.Questions).Value.Question, Assert.Single(embassy.Answers).Value.Question, embassy.Answers[0].Value.Text));
        var ministry = PostWall.For(Other, mixed);
        Assert.Equal("Of the ministry?", Assert.Single(ministry.Questions).Value.Question);
        Assert.Empty(ministry.Answers);
    }

    private static Assignment Seat(CaseFile file, Actor actor) => file.Assignments.Find(a => a.StaffId == actor.Id)!;

    private static CaseBuilder TwoPosts(CaseBuilder built)
    {
        built.Under(p => p with { Recipients = p.Recipients.Add(Other) }).Do(People.Coordinator, new AssignStaff(Ministry.Id, Role.EmbassyLiaison, "post") { Post = Other });
        return built.File.Assignments.Exists(a => a.StaffId == People.Liaison.Id) ? built : built.Do(People.Coordinator, new AssignStaff(People.Liaison.Id, Role.EmbassyLiaison, "post"));
    }

    /// <summary>An urgent page that was handed to the other post.</summary>
    private static CaseFile Urgent(CaseFile file)
    {
        var (version, handed) = (file.Dossier.Versions[^1], file.Dossier.Submissions[^1]);
        return file with
        {
            Dossier = file.Dossier with
            {
                Versions = file.Dossier.Versions.Add(version with { Version = 9, Sha256 = "uu", RecipientFunction = Other, Kind = DossierKind.Urgent }),
                Submissions = file.Dossier.Submissions.Add(handed with { Value = handed.Value with { DossierVersion = 9, Sha256 = "uu", RecipientFunction = Other } }),
            },
        };
    }
}
