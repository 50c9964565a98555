using HumanitarianEntry.Domain.Appointments;

namespace HumanitarianEntry.Web.Screeners.Appointments;

/// <summary>How appointments are named on pages of the desk.</summary>
public static class AppointmentWords
{
    public static string Of(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => S("Interview"),
        AppointmentKind.IdentityTalk => S("Talk about identity"),
        AppointmentKind.ExclusionInterview => S("Exclusion interview"),
        AppointmentKind.ReadBack => S("Read-back of the record"),
        AppointmentKind.OtherTalk => S("Talk"),
    };

    public static string Of(AppointmentState state) => state switch
    {
        AppointmentState.Proposed => S("Not answered yet"),
        AppointmentState.Confirmed => S("He will come"),
        AppointmentState.OtherTimeAsked => S("He asks for another time"),
        AppointmentState.Cancelled => S("Called off"),
        AppointmentState.Held => S("Held"),
        AppointmentState.Missed => S("He did not come"),
    };

    /// <summary>Class of the mark.</summary>
    public static string? Mark(AppointmentState state) => state switch
    {
        AppointmentState.Confirmed or AppointmentState.Held => "tag-good",
        AppointmentState.OtherTimeAsked or AppointmentState.Missed => "tag-warn",
        AppointmentState.Proposed or AppointmentState.Cancelled => null,
    };
}
