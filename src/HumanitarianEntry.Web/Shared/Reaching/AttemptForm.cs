using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>One attempt to reach the person.</summary>
public sealed record AttemptForm
{
    [Required(ErrorMessage = "Choose the channel.")]
    public ChannelKind? Channel { get; init; }

    [Required(ErrorMessage = "Say whether the person answered.")]
    public bool? Answered { get; init; }

    public bool WelfareCheck { get; init; }

    [StringLength(5_000, ErrorMessage = "The note is longer than 5,000 signs.")]
    public string? Note { get; init; }

    /// <summary>Only for a valid form.</summary>
    public RecordContactAttempt ToAct() => new(Channel!.Value, Answered!.Value, WelfareCheck, Note.Clean() ?? string.Empty);
}

/// <summary>The page on which an attempt is recorded, the same for everybody who tries.</summary>
public abstract class AttemptController(CaseDoor door) : ActController<AttemptForm>(door)
{
    protected override string Purpose => "contact";

    protected override string FormView => "/Shared/Reaching/Attempt.cshtml";

    protected override string Done => S("The attempt is recorded.");

    protected override Act ToAct(AttemptForm form) => form.ToAct();
}
