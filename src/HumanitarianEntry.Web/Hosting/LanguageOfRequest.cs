using System.Globalization;
using HumanitarianEntry.Web.Shared.Texts;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>Notes the audience of the asked path (error pages run under another one) and sets the language it reads.</summary>
public static class LanguageOfRequest
{
    public static IApplicationBuilder UseLanguageOfRequest(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var audience = Audiences.ByPath(context.Request.Path);
        context.Items[typeof(Audience)] = audience;
        bool own = audience.Door is Door.Applicant or Door.Open && audience != Audiences.Styleguide && !context.Request.Path.StartsWithSegments(Door.Staff.SignInPath());
        var culture = Languages.Culture(own ? Languages.Of(context.Request) : Languages.OfStaffAt(context.Request));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    });
}
