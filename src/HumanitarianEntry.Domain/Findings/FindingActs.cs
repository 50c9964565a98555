using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Findings;

[ActKind("record-finding", Compartment.Vetting, Role.Vetter)]
public sealed record RecordFinding(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => BlindReview.AgainstChange(file, context, answered: true);

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Findings = file.Vetting.Findings.Add(context.Record(new FindingCard(Kind, Claim, Source, Grade, CounterEvidence, Concern), Source)) } });
}
