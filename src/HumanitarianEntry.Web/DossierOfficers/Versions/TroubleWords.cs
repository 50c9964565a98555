using System.Collections.Frozen;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

/// <summary>Why a version was not made, and what somebody can do about it.</summary>
public sealed record TroubleWords(string Why, string ToDo)
{
    private const string AskAdministrator = "Tell the administrator; then make the version again.";
    private const string WaitOrAsk = "It is tried again by itself. If it is not here in an hour, tell the administrator.";

    private static readonly FrozenDictionary<string, TroubleWords> ByCode = new Dictionary<string, TroubleWords>(StringComparer.Ordinal)
    {
        ["facts-changed"] = new("Facts of the case changed before it was made.", "Make a new version; it takes the facts as they are now."),
        ["language-without-texts"] = new("There are no dossier texts in this language.", "Make the version in another language, or ask the administrator for the texts."),
        ["dossier-texts-incomplete"] = new("The dossier texts of this language lack a word that this case needs, for instance the name of a language.", AskAdministrator),
        ["renderer-missing"] = new("The program that sets dossiers is not installed or does not start.", WaitOrAsk),
        ["renderer-died"] = new("The program that sets dossiers broke off.", WaitOrAsk),
        ["renderer-timed-out"] = new("Setting the dossier took too long.", WaitOrAsk + " Very large annexes can be the reason: hand them over apart."),
        ["no-room-for-files"] = new("There is no room left to keep the file.", "Tell the administrator. It is tried again by itself and will be made as soon as there is room."),
        ["dossier-template-refused"] = new("The template of the dossier is missing or was changed in a way that is not allowed.", AskAdministrator),
        ["dossier-document-refused"] = new("Something in this case cannot be put into a dossier.", "Look at pictures and annexes for a broken file, replace it, then make the version again. If nothing is broken, tell the administrator."),
        ["dossier-not-set"] = new("The typesetter reports a fault in the template.", AskAdministrator),
        ["name-missing"] = new("No name is on file.", "Ask the screener to record it, then make the version again."),
        ["identity-ungraded"] = new("The identity has no grade.", "Ask the screener to grade it, then make the version again."),
        ["identity-in-doubt"] = new("The identity is in doubt; with that grade no dossier is made.", "Ask the coordinator: identity must be settled first."),
        ["interview-missing"] = new("No interview is on file.", "Ask the screener, then make the version again."),
        ["read-back-missing"] = new("The interview was not read back to the person.", "Ask the screener to do it, then make the version again."),
        ["birth-missing"] = new("Date of birth and nationality are not on file.", "Ask the screener to record them, then make the version again."),
        ["annex-missing"] = new("A file that belongs to the annexes is not in the store any more.", "Ask the evidence custodian to receive it again, and tell the administrator: a stored file is missing."),
        ["annex-differs"] = new("A file of the annexes is not the one that was received.", "Do not use it. Ask the evidence custodian to receive it again, and tell the administrator: a stored file was changed."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    public static TroubleWords Of(DossierTrouble trouble) =>
        ByCode.GetValueOrDefault(trouble.Code) ?? new($"{Words.Of(trouble.Code)}.", trouble.IsTriedAgain ? WaitOrAsk : AskAdministrator);

    /// <summary>"Version 2, English, for the post": which one.</summary>
    public static string Which(CaseFile file, DossierTrouble trouble) =>
        file.Dossier.Requests.Values().FirstOrDefault(r => r.Version == trouble.Version) is { } asked
            ? $"Version {trouble.Version} ({asked.Language}) for {asked.RecipientFunction}"
            : $"Version {trouble.Version}";
}
