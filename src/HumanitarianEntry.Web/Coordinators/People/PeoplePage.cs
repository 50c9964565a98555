using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Coordinators.People;

/// <summary>One answer names role and account together, so that nobody can be put on a case in a role that he does not hold.</summary>
public sealed record AssignForm
{
    [Required(ErrorMessage = "Choose a person.")]
    public string? Who { get; init; }

    /// <summary>For a liaison: the key of the post, or <see cref="PeoplePage.EveryPost"/>.</summary>
    public string? Post { get; init; }
}

public sealed record UnassignForm
{
    [Required(ErrorMessage = "Choose a person.")]
    public string? Who { get; init; }

    [Required(ErrorMessage = "Say why he leaves the case.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }
}

/// <summary>An account that could be put on the case in a role, with what stands against it.</summary>
public sealed record Candidate(Role Role, StaffEntry Account, IReadOnlyList<Blocker> Conflicts)
{
    public string Key => $"{Keys.Of(Role)}/{Account.Id:N}";
}

/// <summary>Who is on the case, who could be, and who cannot and why.</summary>
public sealed record PeoplePage(CaseView Case, IReadOnlyList<Candidate> Candidates, IReadOnlyDictionary<Guid, string> Names, AssignForm Assign, UnassignForm Unassign, string CaseUrl)
{
    /// <summary>What is said beside each account: absence, and what makes a conflict of interest likely.</summary>
    public IReadOnlyDictionary<Guid, string> Notes { get; init; } = new Dictionary<Guid, string>();

    /// <summary>A liaison who reads what is handed to any post of the case.</summary>
    public const string EveryPost = "*";

    /// <summary>With one recipient there is nothing to choose.</summary>
    public bool AsksForPost => Case.Programme.Rules.Recipients.Count > 1 && Candidates.Any(c => c.Role == Role.EmbassyLiaison);

    public IReadOnlyList<Choice> Posts =>
        [new(string.Empty, S("Not a liaison")), .. Case.Programme.Rules.Recipients.Select(r => new Choice(r, r)), new(EveryPost, S("All posts of the case: sees what is handed to any of them"))];

    private static readonly Role[] NotAssignable = [Role.Applicant, Role.System, Role.Administrator, Role.ProgrammeDesigner, Role.Translator];

    public static IReadOnlyList<Candidate> CandidatesOf(CaseFile file, IEnumerable<StaffEntry> accounts) =>
    [
        .. from account in accounts
           where account.IsActive
           from role in account.Roles
           where !NotAssignable.Contains(role) && !file.Assignments.Exists(a => a.StaffId == account.Id && a.Role == role)
           orderby role, account.DisplayName
           select new Candidate(role, account, [.. AssignmentRules.Conflicts(file, account.Id, role)]),
    ];

    public IReadOnlyList<Choice> Free(Words words) =>
        [new(string.Empty, S("Choose a person")), .. Candidates.Where(c => c.Conflicts.Count == 0).Select(c => new Choice(c.Key, $"{words.Role(c.Role)}: {c.Account.DisplayName} ({c.Account.Team}){Notes.GetValueOrDefault(c.Account.Id)}"))];

    public IReadOnlyList<Choice> OnCase(Words words) =>
        [.. Case.File.Assignments.OrderBy(a => a.Role).Select(a => new Choice($"{Keys.Of(a.Role)}/{a.StaffId:N}", $"{words.Role(a.Role)}: {Names.GetValueOrDefault(a.StaffId, S("account not found"))} ({a.Team}){(a.Post is null ? null : ", " + a.Post)}"))];
}
