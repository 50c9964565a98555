using System.Text.RegularExpressions;
using Content = HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Sections 6 to 8: where he is now, where he served, how he refused and what followed.</summary>
internal static partial class JourneyPart
{
    public static Content.HostSituation Host(Desk desk)
    {
        var stays = desk.File.Contact.Standing();
        var asked = desk.File.Interview.Sessions.LastOrDefault() is { } session ? Content.PartialDate.On(FactWords.Day(session.Provenance.At)) : Content.PartialDate.On(FactWords.Day(desk.Material.AsOf));
        return new Content.HostSituation
        {
            Country = desk.Words.Country(desk.File.CountryOfStay),
            Arrival = desk.File.Contact.OfThisFlight() is [{ Stay: var first }, ..] ? FactWords.Fill(desk.Texts.Arrival, desk.Words.Date(first.From)) : desk.Texts.NotEstablished,
            Stays = [.. stays.Select(s => new Content.HostStay(desk.Words.Country(s.Stay.Country), desk.Claims.Behind(desk.Clean(s.Stay.Basis), FactWords.Fill("stay-{0}", s.Number)), FactWords.Of(s.Stay.From), FactWords.Of(s.Stay.Until)))],
            Procedures = LawPart.Events(desk).ToList() is { Count: > 0 } events ? events : desk.WasAsked("I2") ? [new Content.DatedFact(asked, desk.Texts.ProcedureRecorded)] : [],
            Incidents = desk.WasAsked("I3") ? [new Content.DatedFact(asked, desk.Texts.SecurityRecorded)] : [],
            RemovalRisks = RemovalRisks(desk, stays).ToList() is { Count: > 0 } risks ? risks : [desk.Texts.NotEstablished],
        };
    }

    private static IEnumerable<Content.CitedText> RemovalRisks(Desk desk, IReadOnlyList<StandingStay> stays) =>
        stays is [.., { Stay.Until: { } end }] ? LawPart.Dangers(desk).Append(desk.Claims.Behind(FactWords.Fill(desk.Texts.UrgencyStay, desk.Words.Date(end)), "removal-risk")) : LawPart.Dangers(desk);

    public static Content.ServiceHistory Service(Desk desk)
    {
        var periods = desk.File.Interview.Service.Values().ToList();
        var finding = ReviewResult.VoluntarinessOf(desk.File);
        var entry = string.Join(' ', new[] { periods.Count == 0 ? null : desk.Texts.EntryIntoService[Keys.Kebab(periods[0].Basis.ToString())] }.Append(desk.May(DisclosedPart.ServiceAccount) ? desk.Said("D1", "D2", "D3", "D4", "D5") : null).OfType<string>());
        return new Content.ServiceHistory
        {
            EntryIntoService = desk.Claims.Behind(desk.CleanOr(entry, desk.Texts.NotEstablished), "entry-into-service"),
            Periods = [.. periods.Select(p => new Content.ServicePeriod(Unit(desk.File, p), desk.Clean(p.Place), FactWords.Of(p.From), FactWords.Of(p.To), p.Rank, desk.Claims.Behind(desk.Clean(p.Post), $"service-{p.Label}")))],
            PresenceInUkraine = [.. periods.Where(p => p.OnUkrainianTerritory).Select((p, i) => new Content.UkrainePresence(FactWords.Of(p.From), FactWords.Of(p.To), desk.Clean(p.Place), desk.Claims.Behind(Task(desk, p, i == 0), $"presence-{p.Label}")))],
            VoluntarinessFinding = finding is null ? desk.Texts.NotEstablished : desk.Claims.Behind(finding.Conclusion switch
            {
                VoluntarinessConclusion.Voluntary => desk.Texts.Voluntary,
                VoluntarinessConclusion.NotVoluntary => desk.Texts.NotVoluntary,
                VoluntarinessConclusion.CannotTell => desk.Texts.VoluntarinessOpen,
            }, "voluntariness"),
            VoluntarinessReasons = finding is null ? [] : [.. VoluntarinessReasons(desk, finding).Select(r => new Content.CitedText(r))],
        };
    }

    private static IEnumerable<string> VoluntarinessReasons(Desk desk, VoluntarinessFinding finding)
    {
        if (finding.Entered is { } entered)
        {
            yield return finding.Since is { } since ? FactWords.Fill(desk.Texts.VoluntarinessEnteredSince, desk.Words.Word(entered), desk.Words.Date(since)) : FactWords.Fill(desk.Texts.VoluntarinessEntered, desk.Words.Word(entered));
        }

        yield return desk.Clean(finding.Reason);
        (string Part, string? Words)[] parts =
        [
            ("recruited", finding.Recruited), ("alternatives", finding.Alternatives), ("knew", finding.Knew), ("pay", finding.Pay), ("chances-taken", finding.ChancesTaken),
            ("chances-not-taken", finding.ChancesNotTaken), ("refusals", finding.Refusals), ("decorations", finding.Decorations),
        ];
        foreach (var (part, words) in parts.Where(p => !string.IsNullOrWhiteSpace(p.Words)))
        {
            yield return FactWords.Fill(desk.Texts.VoluntarinessPart, desk.Words.Word("voluntariness", part), desk.Clean(words!));
        }
    }

    public static Content.RefusalAccount Refusal(Desk desk)
    {
        var language = desk.Words.LanguageOfDossier;
        var standing = desk.File.Interview.StandingStatements().ToList();
        var told = standing.Where(s => s.Statement.Value.Language == language).Select(s => desk.Clean(s.Statement.Value.Text)).ToList();
        var quoted = standing.Where(s => s.Statement.Value.Language != language)
            .SelectMany(s => TranslationPart.Statement(desk, s.Statement, FactWords.Fill("{0}", s.Number), Quoted(desk, s.Statement))).Concat(TranslationPart.Answers(desk)).ToList();
        return new Content.RefusalAccount
        {
            Narrative = [.. (told.Count == 0 && quoted.Count > 0 ? [desk.Texts.StoryQuoted] : told).Select((t, i) => i == 0 ? desk.Claims.Behind(t, "refusal", "leaving") : new Content.CitedText(t))],
            Quotations = quoted,
            Prosecutions = [.. desk.File.Interview.Prosecutions.Values().Select((p, i) => Prosecuted(desk, p, i))],
            WantedStatus = [.. Wanted(desk)],
        };
    }

    /// <summary>The number and the name: the one that the unit had then where a vetter found it in the register, else as the person said it.</summary>
    internal static string Unit(CaseFile file, ServicePeriod period)
    {
        var read = file.Vetting.UnitReadings.Values().LastOrDefault(r => r.Service == period.Label)?.Unit;
        var (number, name) = (period.Unit.Length > 0 ? period.Unit : read?.Number, read is not null && read.Name != read.Number ? read.Name : period.UnitName);
        return number is null ? name ?? string.Empty : string.IsNullOrWhiteSpace(name) ? number : $"{number} ({name})";
    }

    private static string Task(Desk desk, ServicePeriod period, bool first) =>
        string.Join(". ", new[] { desk.May(DisclosedPart.ServicePosts) ? desk.Clean(period.Post) : null, first && desk.May(DisclosedPart.ServiceAccount) ? desk.Said("E1") : null }.Where(t => !string.IsNullOrEmpty(t)));

    private static Content.QuotedStatement Quoted(Desk desk, Recorded<Statement> statement)
    {
        var translated = statement.Value.TranslationLanguage == desk.Words.LanguageOfDossier && statement.Value.Translation is not null;
        return new Content.QuotedStatement
        {
            Context = FactWords.Fill(desk.Texts.StatementOf, desk.Words.Date(statement.Provenance.At)),
            Original = desk.Clean(statement.Value.Text),
            OriginalLanguage = statement.Value.Language,
            Translation = translated ? desk.Clean(statement.Value.Translation) : desk.Texts.NotTranslated,
            TranslatorFunction = translated ? statement.Value.TranslatorFunction! : desk.Texts.NoTranslator,
        };
    }

    // Who told him is not repeated: it is often a relative.
    private static Content.Prosecution Prosecuted(Desk desk, Prosecution prosecution, int index)
    {
        return new Content.Prosecution(
            desk.Clean(prosecution.Article),
            desk.Texts.Words.GetValueOrDefault($"offence.{ArticleNumber().Match(prosecution.Article).Value}") ?? desk.Words.Word("offence", "other"),
            desk.CleanOr(prosecution.Body, desk.Texts.BodyUnknown),
            FactWords.Of(prosecution.On),
            desk.Words.Word(PersecutorRule.Classify(ListKind.PersecutorWanted, [prosecution.Article])),
            desk.Claims.Behind(desk.Texts.ToldAtInterview, FactWords.Fill("prosecution-{0}", index + 1)));
    }

    private static IEnumerable<Content.CitedText> Wanted(Desk desk)
    {
        var run = desk.File.Vetting.LatestRun?.Value;
        foreach (var hit in run?.Hits.Where(h => h.Class == HitClass.PersecutionEvidence) ?? [])
        {
            var standing = desk.File.Vetting.StandingOf(hit);
            if (standing is HitStanding.Same or HitStanding.SameNeedsSecond or HitStanding.CannotTell && run!.Lists.Find(l => l.Id == hit.ListId) is { } list)
            {
                yield return FactWords.Fill(desk.Texts.Wanted, list.Name, desk.Words.Date(list.VersionDate), string.Join(", ", hit.Articles), standing == HitStanding.Same ? desk.Texts.IdentityConfirmed : desk.Texts.IdentityOpen);
            }
        }
    }

    [GeneratedRegex(@"\d{2,3}(\.\d)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ArticleNumber();
}
