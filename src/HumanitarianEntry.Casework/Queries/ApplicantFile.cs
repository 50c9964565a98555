using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>What a person sees of his own case: what he said, sent, allowed and was written; nothing that others concluded.</summary>
public static class ApplicantFile
{
    public static readonly IReadOnlyList<Compartment> Opened = [Compartment.Contact, Compartment.Interview, Compartment.Evidence];

    public static CaseFile Of(CaseFile file) => new()
    {
        Id = file.Id,
        Reference = file.Reference,
        ProgrammeId = file.ProgrammeId,
        CountryOfStay = file.CountryOfStay,
        Priority = Priority.Normal,
        OpenedAt = file.OpenedAt,
        Position = file.Position,
        Contact = new ContactFacts
        {
            Referrals = file.Contact.Referrals,
            Consents = file.Contact.Consents,
            Messages = file.Contact.Messages,
            Withdrawals = file.Contact.Withdrawals,
            FormalRequests = file.Contact.FormalRequests,
            FormalAnswers = file.Contact.FormalAnswers,
            OwnCopyTaken = file.Contact.OwnCopyTaken,
            Appointments = file.Contact.Appointments.ConvertAll(a => a with { Value = Own(a.Value) }),
            AppointmentSteps = file.Contact.AppointmentSteps.ConvertAll(s => s with { Value = s.Value with { Words = s.Provenance.Role == Role.Applicant ? s.Value.Words : null } }),
            Reopenings = file.Contact.Reopenings.ConvertAll(r => r with { Value = r.Value with { Reason = string.Empty } }),
        },
        Interview = new InterviewFacts { Statements = file.Interview.Statements.RemoveAll(s => s.Provenance.Role != Role.Applicant) },
        Evidence = new EvidenceFacts { Items = file.Evidence.Items.RemoveAll(i => i.Provenance.Role != Role.Applicant) },
    };

    /// <summary>A talk at a time: what it is for he is not told beforehand, and of the interpreter only the language.</summary>
    private static Appointment Own(Appointment appointment) => appointment with
    {
        Kind = AppointmentKind.OtherTalk,
        Language = appointment.InterpreterCode is null ? null : appointment.Language,
        InterpreterCode = null,
        AgreedOutsideSafeHours = false,
    };
}
