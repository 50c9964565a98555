using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Casework.Translations;

/// <summary>The working codes of the interpreters, for those who order or read translations and may know nothing else of the interview. The look stands in the read log with its purpose.</summary>
public sealed class InterpreterCodes(CaseDatabase cases, CompartmentSealer sealer, ReadLogWriter reads, TimeProvider time)
{
    public const string Purpose = "interpreter-codes";

    /// <param name="view">The case as the person sees it already.</param>
    /// <returns>As <see cref="InterviewInterpreters.Of"/> says.</returns>
    public async Task<ImmutableList<string>> OfAsync(Actor actor, CaseFile view, CancellationToken cancellationToken)
    {
        if (AccessTable.For(actor.Role, Compartment.Interview) >= Access.Read)
        {
            return InterviewInterpreters.Of(view.Interview);
        }

        if (await CaseLoader.ReadAsync(cases, sealer, view.Id, [Compartment.Interview], cancellationToken) is not { } file)
        {
            return [];
        }

        await reads.WriteAsync([new ReadEntry { At = time.GetUtcNow(), ActorId = actor.Id, CaseId = view.Id, Compartment = Keys.Of(Compartment.Interview), Purpose = Purpose }], cancellationToken);
        return InterviewInterpreters.Of(file.Interview);
    }
}
