using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Case;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>What the person knows of the life that is said to be his.</summary>
[Route("screeners/cases/{reference}/identity/knowledge")]
public sealed class KnowledgeController(CaseDoor door) : ScreenerForm<KnowledgeForm>(door)
{
    protected override string FormView => "Knowledge";

    protected override string Done => S("The knowledge check is recorded.");

    protected override Act ToAct(KnowledgeForm form) => form.ToAct();
}

public sealed record KnowledgeForm
{
    public static readonly IReadOnlyList<KnowledgeTopic> Topics = Enum.GetValues<KnowledgeTopic>();

    public static IReadOnlyList<Choice> Results => [new("", S("Not asked")), .. Enum.GetValues<KnowledgeResult>().Select(r => new Choice(r.ToString(), ProofWords.Of(r)))];

    public List<KnowledgeLine> Lines { get; init; } = [.. Topics.Select(t => new KnowledgeLine { Topic = t })];

    public CheckKnowledge ToAct() => new([.. Lines.Where(l => l.Result is not null).Select(l => new KnowledgeAnswer(l.Topic, l.Result!.Value, l.Note ?? string.Empty))]);
}

public sealed record KnowledgeLine
{
    public KnowledgeTopic Topic { get; init; }
    public KnowledgeResult? Result { get; init; }

    [System.ComponentModel.DataAnnotations.StringLength(2_000, ErrorMessage = "A note is longer than 2,000 signs.")]
    public string? Note { get; init; }
}
