using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Takes audience, policy and view folder of every controller from its namespace, so that none can exist without them.
/// A step folder may tighten the policy with an attribute of its own, never loosen it.
/// </summary>
public sealed class AudienceConvention(ShellSettings settings) : IApplicationModelConvention
{
    public const string AudienceProperty = "audience";
    public const string StepProperty = "step";

    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers.ToList())
        {
            var (audience, step) = Audiences.Of(controller.ControllerType.Namespace) ?? throw new InvalidOperationException(
                $"{controller.ControllerType.FullName} stands outside the known audiences: move it to {Audiences.RootNamespace}.<Audience>.<Step>.");

            if (!settings.Exposes(audience))
                application.Controllers.Remove(controller);
            else
                Place(controller, audience, step);
        }
    }

    private static void Place(ControllerModel controller, Audience audience, string step)
    {
        RefuseForeignRoutes(controller, audience);
        controller.Properties[AudienceProperty] = audience;
        foreach (var action in controller.Actions)
        {
            if (audience.Door != Door.Open && action.Attributes.Concat(controller.Attributes).OfType<IAllowAnonymous>().Any())
                throw new InvalidOperationException($"{action.DisplayName} opens a page of {audience.Name} to everybody: anonymous pages belong to Public.");

            action.Properties[AudienceProperty] = audience;
            action.Properties[StepProperty] = step;
            foreach (var selector in action.Selectors)
            {
                selector.EndpointMetadata.Add(audience);
                selector.EndpointMetadata.Add(audience.Door == Door.Open ? new AllowAnonymousAttribute() : new AuthorizeAttribute(audience.Policy));
            }
        }
    }

    private static void RefuseForeignRoutes(ControllerModel controller, Audience audience)
    {
        var ofController = controller.Selectors.Select(selector => selector.AttributeRouteModel).OfType<AttributeRouteModel>().ToList();
        foreach (var action in controller.Actions)
        {
            var ofAction = action.Selectors.Select(selector => selector.AttributeRouteModel).ToList();
            var templates = ofController.Count == 0
                ? ofAction.Select(route => route?.Template)
                : ofController.SelectMany(prefix => ofAction.Select(route => AttributeRouteModel.CombineAttributeRouteModel(prefix, route)?.Template));
            foreach (string? template in templates)
                RefuseForeign(template, action, audience);
        }
    }

    private static void RefuseForeign(string? template, ActionModel action, Audience audience)
    {
        if (template is null)
            throw new InvalidOperationException($"{action.DisplayName} has no attribute route.");

        string first = template.TrimStart('~', '/').Split('/')[0];
        bool fits = audience == Audiences.Public ? Audiences.All.All(other => other.Path.Length == 0 || other.Path != first) : first == audience.Path;
        if (!fits)
            throw new InvalidOperationException($"{action.DisplayName} answers at '{template}', which is not a path of {audience.Name}.");
    }
}

/// <summary>Views lie beside their controller: /Audience/Step/View.cshtml, then /Audience/View.cshtml, then /Shared/View.cshtml.</summary>
public sealed class AudienceViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var properties = context.ActionContext.ActionDescriptor.Properties;
        if (properties.TryGetValue(AudienceConvention.AudienceProperty, out object? audience))
            context.Values[AudienceConvention.AudienceProperty] = ((Audience)audience!).Name;
        if (properties.TryGetValue(AudienceConvention.StepProperty, out object? step))
            context.Values[AudienceConvention.StepProperty] = (string)step!;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(AudienceConvention.AudienceProperty, out string? audience))
        {
            if (context.Values.TryGetValue(AudienceConvention.StepProperty, out string? step) && !string.IsNullOrEmpty(step))
                yield return $"/{audience}/{step}/{{0}}.cshtml";
            yield return $"/{audience}/{{0}}.cshtml";
        }

        yield return "/Shared/{0}.cshtml";
    }
}

/// <summary>Marks the page of a step that stands in its audience's navigation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NavAttribute(string label) : Attribute
{
    public string Label { get; } = label;

    /// <summary>Smaller numbers stand further left.</summary>
    public int Order { get; init; }

    /// <summary>Show this link only to these roles; empty means to the whole audience.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>The number of open tasks is shown beside this link.</summary>
    public bool Inbox { get; init; }
}

public static class AudienceReading
{
    public static Audience AudienceOf(this ControllerActionDescriptor action) => (Audience)action.Properties[AudienceConvention.AudienceProperty]!;

    /// <summary>The audience of the page that was asked for, also while an error page answers in its place.</summary>
    public static Audience Audience(this HttpContext context) =>
        context.Items[typeof(Audience)] as Audience ?? Audiences.ByPath(context.Request.Path);
}
