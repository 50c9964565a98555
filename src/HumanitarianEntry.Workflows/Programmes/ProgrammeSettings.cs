namespace HumanitarianEntry.Workflows.Programmes; public sealed record ProgrammeSettings;
