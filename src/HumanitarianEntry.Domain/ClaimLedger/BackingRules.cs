using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>How what claims rest on stands now. What is contradicted, withdrawn, superseded, locked away or graded too low bears nothing out any more.</summary>
public static class BackingRules
{
    /// <summary>As good as an item must be to bear another one out (<see cref="CorroborationRule"/>).</summary>
    private const int WorstCredibility = 4;
    private const Reliability WorstReliability = Reliability.D;

    /// <summary>Given for our eyes only; a dossier does not even name them (handbook B5, I3, J1, J2, K2).</summary>
    private static readonly string[] Confidential = ["B5", "I3", "J1", "J2", "K2"];

    /// <summary>Null when there is no such thing on file.</summary>
    /// <param name="file">With the settled reviews only.</param>
    public static BackingReading? Read(CaseFile file, BackingTarget target) => target.Kind switch
    {
        BackingKind.EvidenceItem => OfItem(file, target),
        BackingKind.Paper => OfPaper(file, target),
        BackingKind.VettingResult => VettingBackings.Read(file, target),
        BackingKind.StaffCheck => OfStaffCheck(file, target),
        BackingKind.Record => OfRecord(file, target),
        BackingKind.Finding => OfFinding(file, target),
        BackingKind.Answer => OfAnswer(file, target),
        BackingKind.Statement => OfStatement(file, target),
        BackingKind.Account => OfAccount(file, target),
        BackingKind.OtherClaim => null,
    };

    /// <summary>When the person last confirmed the record that was read back; null before that.</summary>
    public static DateTimeOffset? ConfirmedAt(CaseFile file) => file.Interview.ReadBacks.LastOrDefault(r => r.Value.Confirmed)?.Provenance.At;

    /// <summary>When a fact of the legal situation was last recorded; null for everything else that is put on file.</summary>
    public static DateTimeOffset? RecordedAt(CaseFile file, string mark) => ClaimMarks.LawOf(file, mark)?.At;

    internal static string Stamp(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    internal static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static BackingReading? OfItem(CaseFile file, BackingTarget target)
    {
        if (file.Evidence.Items.Find(i => i.Value.Label == target.Mark) is not { } item)
        {
            return null;
        }

        var grade = file.Evidence.GradeOf(target.Mark);
        var words = grade is null ? Sentence.Of($"{target.Mark}, {item.Value.Type}") : Sentence.Of($"{target.Mark}, {item.Value.Type}, {grade}");
        return new BackingReading(target, words, AgainstItem(file, item.Value, grade), Stamp(item.Provenance.At));
    }

    private static Sentence? AgainstItem(CaseFile file, EvidenceItem item, EvidenceGrade? grade)
    {
        var facts = file.Evidence;
        if (facts.IsContradicted(item.Label))
        {
            return Sentence.Of("It is contradicted (KX).");
        }

        // The entry of a wanted list is no act and need not be graded: two people said that it is he.
        if (item.ListEntryHash is { } hash)
        {
            return VettingBackings.IsConfirmed(file, hash) ? null : Sentence.Of("Whether the entry is about the person is not confirmed by two.");
        }

        return grade is null ? Sentence.Of("It is not graded.")
            : grade.Reliability > WorstReliability || grade.Credibility > WorstCredibility ? Sentence.Of("It is graded too low to bear anything out.")
            : !facts.IsConfirmed(item.Label) ? Sentence.Of("Its top grade needs a second person.")
            : facts.AgainstGrade(item.Label).Any() ? Sentence.Of("It is graded better than its checks allow by now.")
            : FileRules.IsQuarantined(facts, item) ? Sentence.Of("Its file is in quarantine.")
            : item.File is { } stored && facts.ConditionOf(stored.FileId) != FileCondition.Ok ? Sentence.Of("Its file is missing, altered or cannot be read.")
            : null;
    }

    private static BackingReading? OfPaper(CaseFile file, BackingTarget target)
    {
        if (file.Identity.Documents.FindLast(d => d.Value.Label == target.Mark) is not { } paper)
        {
            return null;
        }

        var another = file.Identity.PhotoComparisons.Exists(c => c.Value.DocumentLabel == target.Mark && c.Value.Result == PhotoMatch.NotSamePerson);
        var why = paper.Value.SeenAs == SeenAs.None ? Sentence.Of("Nobody of us has seen it.") : another ? Sentence.Of("Its photograph was found to show another person.") : null;
        return new BackingReading(target, Sentence.Of($"{target.Mark}, {paper.Value.Kind}, seen as {paper.Value.SeenAs}"), why, Stamp(paper.Provenance.At));
    }

    private static BackingReading? OfStaffCheck(CaseFile file, BackingTarget target)
    {
        if (target.Mark != ClaimMarks.Attested || file.Identity.Gradings.LastOrDefault() is not { } grading)
        {
            return null;
        }

        var why = grading.Value.IndependentWitnesses >= 2 && grading.Value.Grade != IdentityGrade.X ? null : Sentence.Of("Fewer than two independent persons attest it.");
        return new BackingReading(target, Sentence.Of($"attested by {grading.Value.IndependentWitnesses} independent persons, {Day(grading.Provenance.At)}"), why, Stamp(grading.Provenance.At));
    }

    private static BackingReading? OfRecord(CaseFile file, BackingTarget target) =>
        target.Mark == ClaimMarks.Offer
            ? file.Reception.Offers.LastOrDefault() is { } offer ? new BackingReading(target, Sentence.Of($"offer of the reception partner, {Day(offer.Provenance.At)}"), null, Stamp(offer.Provenance.At)) : null
            : ClaimMarks.LawOf(file, target.Mark) is { } found ? new BackingReading(target, Sentence.Of($"record of the legal situation, {Day(found.At)}"), null, Stamp(found.At)) : null;

    private static BackingReading? OfFinding(CaseFile file, BackingTarget target)
    {
        if (file.Recommendation is not { } text || text.Value.Findings.Find(f => f.Criterion == target.Mark) is not { } finding)
        {
            return null;
        }

        var why = finding.Result == CriterionResult.NotMet ? Sentence.Of("The finding says that the criterion is not met.") : null;
        return new BackingReading(target, Sentence.Of($"finding of the recommendation: {new Coded("criterion", target.Mark)}"), why, Stamp(text.Provenance.At));
    }

    private static BackingReading? OfAnswer(CaseFile file, BackingTarget target)
    {
        if (Confidential.Contains(target.Mark) || file.Interview.Answers.FindLast(a => a.Value.Code == target.Mark) is not { } answer)
        {
            return null;
        }

        var confirmed = ConfirmedAt(file);
        var why = string.IsNullOrWhiteSpace(answer.Value.Value) ? Sentence.Of("The answer is empty.") : confirmed is { } at && answer.Provenance.At <= at ? null : Sentence.Of("It was not read back and confirmed.");
        var words = why is null ? Sentence.Of($"own statement, question {target.Mark}, read back on {Day(confirmed!.Value)}") : Sentence.Of($"own statement, question {target.Mark}");
        return new BackingReading(target, words, why, Stamp(answer.Provenance.At));
    }

    private static BackingReading? OfStatement(CaseFile file, BackingTarget target)
    {
        if (target.Mark != ClaimMarks.Statement || file.Interview.Statements.LastOrDefault() is not { } statement)
        {
            return null;
        }

        var why = statement.Value.Signed ? null : Sentence.Of("The latest version is not signed.");
        return new BackingReading(target, Sentence.Of($"statement of {Day(statement.Provenance.At)}, signed"), why, Stamp(statement.Provenance.At));
    }

    private static BackingReading? OfAccount(CaseFile file, BackingTarget target)
    {
        if (ClaimMarks.AccountOf(file, target.Mark) is not { } told)
        {
            return null;
        }

        var confirmed = ConfirmedAt(file);
        var why = confirmed >= told.At ? null : Sentence.Of("The record was not confirmed since it was told.");
        return new BackingReading(target, Sentence.Of($"own account, recorded on {Day(told.At)}"), why, Stamp(told.At));
    }
}

/// <summary>What backings are called that have no label of their own.</summary>
internal static class ClaimMarks
{
    public const string Attested = "attested";
    public const string Offer = "offer";
    public const string Statement = "statement";

    public static string Service(string label) => $"service-{label}";

    public static string Law(string label) => $"law-{label}";

    public static string Prosecution(int index) => string.Create(CultureInfo.InvariantCulture, $"prosecution-{index + 1}");

    /// <summary>Who recorded last, and when, a fact of the legal situation; null when nothing of that mark is on file.</summary>
    public static Provenance? LawOf(CaseFile file, string mark)
    {
        IEnumerable<(string Label, Provenance Provenance)> Labelled<T>(ImmutableList<Recorded<T>> facts)
            where T : ILabelled => facts.Current().Select(f => (f.Value.Label, f.Provenance));
        var legal = file.Legal;
        return Labelled(legal.Procedures).Concat(Labelled(legal.RemovalOrders)).Concat(Labelled(legal.CourtEvents)).Concat(Labelled(legal.ExitRestrictions))
            .Where(f => Law(f.Label) == mark).Select(f => f.Provenance).FirstOrDefault();
    }

    /// <summary>Who recorded, and when, what the person told; null when nothing of that mark is on file.</summary>
    public static Provenance? AccountOf(CaseFile file, string mark)
    {
        var periods = file.Interview.Service;
        var cases = file.Interview.Prosecutions;
        return periods.Find(s => Service(s.Value.Label) == mark)?.Provenance
            ?? cases.Where((_, i) => Prosecution(i) == mark).Select(p => p.Provenance).FirstOrDefault();
    }
}
