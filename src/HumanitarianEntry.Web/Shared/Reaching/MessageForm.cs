using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Reaching;

public sealed record MessageForm
{
    [Required(ErrorMessage = "Write the message first.")]
    [StringLength(SendMessage.MaxLength, ErrorMessage = "The message is longer than 20,000 signs. Send it in two parts.")]
    public string? Text { get; init; }
}

/// <summary>Messages with the person, inside the secure space only: what was written, and a new one.</summary>
public abstract class MessagesController(CaseDoor door) : ActController<MessageForm>(door)
{
    protected override string Purpose => "messages";

    protected override string FormView => "/Shared/Reaching/Messages.cshtml";

    protected override string Done => S("The message is in the secure space.");

    protected override Act ToAct(MessageForm form) => new SendMessage(form.Text!);
}
