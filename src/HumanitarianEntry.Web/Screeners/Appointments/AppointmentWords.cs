using HumanitarianEntry.Domain.Appointments;

namespace HumanitarianEntry.Web.Screeners.Appointments;

/// <summary>How appointments are named on pages of the desk.</summary>
public static class AppointmentWords
{
    public static string Of(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => "Interview",
        AppointmentKind.IdentityTalk => "Talk about identity",
        AppointmentKind.ExclusionInterview => "Exclusion interview",
        AppointmentKind.ReadBack => "Read-back of the record",
        AppointmentKind.OtherTalk => "Talk",
    };

    public static string Of(AppointmentState state) => state switch
    {
        AppointmentState.Proposed => "Not answered yet",
        AppointmentState.Confirmed => "He will come",
        AppointmentState.OtherTimeAsked => "He asks for another time",
        AppointmentState.Cancelled => "Called off",
        AppointmentState.Held => "Held",
        AppointmentState.Missed => "He did not come",
    };

    /// <summary>Class of the mark.</summary>
    public static string? Mark(AppointmentState state) => state switch
    {
        AppointmentState.Confirmed or AppointmentState.Held => "tag-good",
        AppointmentState.OtherTimeAsked or AppointmentState.Missed => "tag-warn",
        AppointmentState.Proposed or AppointmentState.Cancelled => null,
    };
}
