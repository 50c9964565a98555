using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;

namespace HumanitarianEntry.UnitTests.Domain.Contradictions;

/// <summary>Cases in which two sources are set side by side, through real acts.</summary>
internal static class Two
{
    /// <summary>A case whose interview runs; nothing is known of the person yet.</summary>
    public static CaseBuilder Sources() => A.Case().To(Gate.Identity).Do(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });

    public static CaseBuilder Born(this CaseBuilder file, string date) => file.Do(People.Screener, new RecordBirth(PartialDate.Parse(date), Sex.M, ["RU"]));

    /// <summary>A session begins at the interview's gate.</summary>
    public static CaseBuilder Session(this CaseBuilder file, string? interpreter = null) =>
        (file.File.Position.IsOpen(Gate.Interview) ? file : file.Graded().Decides(People.Screener, Gate.Identity, "verified"))
            .Do(People.Screener, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = interpreter is not null, InterpreterCode = interpreter });

    public static CaseBuilder Says(this CaseBuilder file, string code, string value, string? verbatim = null, bool trigger = false) =>
        file.Do(People.Screener, new RecordAnswers([new GivenAnswer(code, value) { Verbatim = verbatim, Trigger = trigger }]));

    public static CaseBuilder Served(this CaseBuilder file, string unit, string from, string? to, ServiceBasis basis = ServiceBasis.Contract, string place = "Demograd", string? name = null, bool inUkraine = false) =>
        file.Do(People.Screener, new RecordService("army", unit, place, PartialDate.Parse(from), "private", "driver", basis) { To = to is null ? null : PartialDate.Parse(to), UnitName = name, OnUkrainianTerritory = inUkraine });

    public static CaseBuilder Item(this CaseBuilder file, EvidenceType type, string claimedOn, string? place = null) =>
        file.Do(People.Custodian, new AddEvidence(type, "DEMO item", "applicant") { ClaimedOn = PartialDate.Parse(claimedOn), Place = place });

    public static CaseBuilder Stays(this CaseBuilder file, string from, string? until = null) => file.Do(People.Intake, new RecordStay("KZ", "registration", PartialDate.Parse(from)) { Until = until is null ? null : PartialDate.Parse(until) });

    /// <summary>A passport with a zone for SHCHURENKOV ARTEM, made for the test: check digits fit.</summary>
    public static CaseBuilder Passport(this CaseBuilder file, string born, string surname = "SHCHURENKOV", string given = "ARTEM", string number = "001234567", string? typedNumber = null, string expires = "290501", string? typedExpiry = null, bool rightCheck = true)
    {
        string Checked(string text) => text + (rightCheck ? Mrz.CheckDigit(text)! : (Mrz.CheckDigit(text) + 1) % 10);
        var one = $"P<RUS{surname}<<{given}".PadRight(44, '<');
        var two = $"{Checked(number)}RUS{Checked(born)}M{Checked(expires)}{new string('<', 14)}<";
        return file.Do(People.Screener, new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Scan, "applicant") { Number = typedNumber, ExpiresOn = typedExpiry is null ? null : PartialDate.Parse(typedExpiry), MrzLine1 = one, MrzLine2 = two + "0" });
    }

    public static ImmutableList<Mismatch> Found(this CaseBuilder file) => Mismatches.In(file.File);

    public static MismatchStatus StatusOf(this CaseBuilder file, MismatchTopic topic, Role role = Role.Screener) => Mismatches.For(role, file.File).Single(s => s.Mismatch.Topic == topic);

    private static CaseBuilder Graded(this CaseBuilder file) => (file.File.Identity.Births.Count == 0 ? file.Born("1998") : file).PassportSeen().Do(People.Screener, new GradeIdentity(IdentityGrade.C, "DEMO"));

    private static CaseBuilder PassportSeen(this CaseBuilder file) => file.Do(People.Screener, new RecordDocument(DocumentKind.MilitaryId, SeenAs.Scan, "unit"));
}
