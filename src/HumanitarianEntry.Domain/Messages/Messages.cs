using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Messages;

/// <summary>A message inside the secure space; its text never leaves it.</summary>
public sealed record Message(bool FromApplicant, string Text);

[ActKind("send-message", Compartment.Contact, Role.Applicant, Role.Screener, Role.IntakeOfficer, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record SendMessage(string Text) : Act
{
    public const int MaxLength = 20_000;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new Blocker("text-missing", "Write the message first.");
        }

        if (Text.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"The message is longer than {MaxLength} signs. Send it in two parts.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var fromApplicant = context.Actor.Role == Role.Applicant;
        var message = context.Record(new Message(fromApplicant, Text.Trim()), fromApplicant ? "applicant" : "staff");
        return new(file with { Contact = file.Contact with { Messages = file.Contact.Messages.Add(message) } })
        {
            Told = fromApplicant ? Readers(file) : [new Told(Role.Applicant, "message")],
        };
    }

    /// <summary>Nothing he writes may lie unread: without a screener on the case the coordinator is told, in an emergency also those who protect him.</summary>
    private static ImmutableList<Told> Readers(CaseFile file) =>
    [
        new Told(file.Assignments.Exists(a => a.Role == Role.Screener) ? Role.Screener : Role.Coordinator, "message"),
        .. file.Position.SidePath == SidePath.Emergency ? [new Told(Role.ProtectionOfficer, "message")] : Array.Empty<Told>(),
    ];
}
