using HumanitarianEntry.Domain.Appointments;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>What is owed to a person who did not come, on the pages of everybody who may try to reach him.</summary>
/// <param name="AttemptPath">Where an attempt is recorded.</param>
public sealed record NoShowNote(NoShow NoShow, string AttemptPath);
