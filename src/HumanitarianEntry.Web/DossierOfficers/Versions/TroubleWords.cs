using System.Collections.Frozen;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

/// <summary>Why a version was not made, and what somebody can do about it.</summary>
public sealed record TroubleWords(string Why, string ToDo)
{
    private static readonly string AskAdministrator = N("Tell the administrator; then make the version again.");
    private static readonly string WaitOrAsk = N("It is tried again by itself. If it is not here in an hour, tell the administrator.");

    private static readonly FrozenDictionary<string, TroubleWords> ByCode = new Dictionary<string, TroubleWords>(StringComparer.Ordinal)
    {
        ["facts-changed"] = new(N("Facts of the case changed before it was made."), N("Make a new version; it takes the facts as they are now.")),
        ["language-without-texts"] = new(N("There are no dossier texts in this language."), N("Make the version in another language, or ask the administrator for the texts.")),
        ["dossier-texts-incomplete"] = new(N("The dossier texts of this language lack a word that this case needs, for instance the name of a language."), AskAdministrator),
        ["renderer-missing"] = new(N("The program that sets dossiers is not installed or does not start."), WaitOrAsk),
        ["renderer-died"] = new(N("The program that sets dossiers broke off."), WaitOrAsk),
        ["renderer-timed-out"] = new(N("Setting the dossier took too long."), N("It is tried again by itself. If it is not here in an hour, tell the administrator. Very large annexes can be the reason: hand them over apart.")),
        ["leak-scan-not-run"] = new(N("The finished dossier could not be searched for what must not leave: the part that reads PDFs is missing or broke off."), N("Tell the administrator. It is tried again by itself; nothing that was not searched leaves the house.")),
        ["dossier-not-signed"] = new(N("The dossier could not be signed: the signing key cannot be opened."), N("Tell the administrator. It is tried again by itself; nothing leaves the house unsigned.")),
        ["no-room-for-files"] = new(N("There is no room left to keep the file."), N("Tell the administrator. It is tried again by itself and will be made as soon as there is room.")),
        ["dossier-template-refused"] = new(N("The template of the dossier is missing or was changed in a way that is not allowed."), AskAdministrator),
        ["dossier-document-refused"] = new(N("Something in this case cannot be put into a dossier."), N("Look at pictures and annexes for a broken file, replace it, then make the version again. If nothing is broken, tell the administrator.")),
        ["dossier-not-set"] = new(N("The typesetter reports a fault in the template."), AskAdministrator),
        ["name-missing"] = new(N("No name is on file."), N("Ask the screener to record it, then make the version again.")),
        ["identity-ungraded"] = new(N("The identity has no grade."), N("Ask the screener to grade it, then make the version again.")),
        ["identity-in-doubt"] = new(N("The identity is in doubt; with that grade no dossier is made."), N("Ask the coordinator: identity must be settled first.")),
        ["interview-missing"] = new(N("No interview is on file."), N("Ask the screener, then make the version again.")),
        ["read-back-missing"] = new(N("The interview was not read back to the person."), N("Ask the screener to do it, then make the version again.")),
        ["birth-missing"] = new(N("Date of birth and nationality are not on file."), N("Ask the screener to record them, then make the version again.")),
        ["urgent-page-too-long"] = new(N("The urgent page does not fit on one page even without the reasons of the recommendation."), N("Shorten the reason for the priority, which stands under the danger, then make it again. What was checked and what is missing is never cut.")),
        ["annex-missing"] = new(N("A file that belongs to the annexes is not in the store any more."), N("Ask the evidence custodian to receive it again, and tell the administrator: a stored file is missing.")),
        ["annex-differs"] = new(N("A file of the annexes is not the one that was received."), N("Do not use it. Ask the evidence custodian to receive it again, and tell the administrator: a stored file was changed.")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>In the reader's language.</summary>
    public static TroubleWords Of(DossierTrouble trouble) => ByCode.GetValueOrDefault(trouble.Code) is { } known
        ? new(S(known.Why), S(known.ToDo))
        : new($"{InWords(trouble.Code)}.", S(trouble.IsTriedAgain ? WaitOrAsk : AskAdministrator));

    /// <summary>Which one: "Version 2 (en) for the post was not made".</summary>
    public static string Which(CaseFile file, DossierTrouble trouble) =>
        file.Dossier.Requests.Values().FirstOrDefault(r => r.Version == trouble.Version) is { } asked
            ? S($"Version {trouble.Version} ({asked.Language}) for {asked.RecipientFunction} was not made")
            : S($"Version {trouble.Version} was not made");
}
