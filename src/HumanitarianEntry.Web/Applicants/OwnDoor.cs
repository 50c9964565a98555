using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Texts;

namespace HumanitarianEntry.Web.Applicants;

/// <summary>What every page of a person's own space needs, injected as one part so that controllers stay thin.</summary>
public sealed class OwnDoor(OwnCases cases, ActRunner acts, Texts texts, TimeProvider time, ILogger<OwnDoor> log)
{
    public OwnCases Cases { get; } = cases;
    public ActRunner Acts { get; } = acts;
    public Texts Texts { get; } = texts;
    public TimeProvider Time { get; } = time;
    public ILogger Log { get; } = log;
}
