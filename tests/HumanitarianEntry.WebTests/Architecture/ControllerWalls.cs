using System.Net;
using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Architecture
{
    public sealed class ControllerWalls(ShellHost host) : IClassFixture<ShellHost>
    {
        private static readonly IReadOnlyList<Type> Controllers =
            [.. typeof(Audiences).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract)];

        private IEnumerable<(ControllerActionDescriptor Action, Endpoint Endpoint)> Actions => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => (Action: endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!, endpoint))
            .Where(pair => pair.Action?.ControllerTypeInfo.Assembly == typeof(Audiences).Assembly);

        [Fact]
        public void EveryController_StandsInAnAudience()
        {
            Assert.NotEmpty(Controllers);
            Assert.Empty(Controllers.Where(type => Audiences.Of(type.Namespace) is null).Select(type => type.FullName));
        }

        [Fact]
        public void EveryController_IsSealed() =>
            Assert.Empty(Controllers.Where(type => !type.IsSealed).Select(type => $"{type.FullName}: seal it"));

        [Fact]
        public void EveryAction_CarriesThePolicyOfItsAudience()
        {
            Assert.NotEmpty(Actions);
            foreach (var (action, endpoint) in Actions)
            {
                var audience = endpoint.Metadata.GetRequiredMetadata<Audience>();
                bool open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
                bool guarded = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy == audience.Policy);
                Assert.True(audience.Door == Door.Open ? open : guarded && !open, $"{action.DisplayName} is not guarded as {audience.Name}");
            }
        }

        [Fact]
        public void EveryPost_ChecksTheAntiforgeryToken()
        {
            // The error page carries nothing out; it answers in place of a request that was refused before. The interface of other systems reads no cookie: a browser that is led there opens nothing.
            var exceptions = Actions.Where(pair => pair.Endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null).Select(pair => pair.Action.ControllerName);
            Assert.Equal(["Errors", "ReferralInterface"], exceptions.Distinct().Order(StringComparer.Ordinal));
            Assert.Contains(host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MvcOptions>>().Value.Filters, filter => filter is AutoValidateAntiforgeryTokenAttribute);
        }

        [Fact]
        public async Task EveryPost_WithoutToken_IsRefusedByTheRealHost()
        {
            var posts = Actions.Where(pair => pair.Endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"]).ToList();
            Assert.NotEmpty(posts);
            foreach (var group in posts.GroupBy(pair => pair.Endpoint.Metadata.GetRequiredMetadata<Audience>()))
            {
                var visitor = await SignedInAsync(group.Key);
                foreach (var (action, _) in group)
                {
                    string path = "/" + Regex.Replace(action.AttributeRouteInfo!.Template!.Replace("{door}", "staff", StringComparison.Ordinal), @"\{[^}]*\}", "1", RegexOptions.None, TimeSpan.FromSeconds(1));
                    var answer = await visitor.PostAsync(path, []);
                    Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound || answer.Location == "/", $"{action.DisplayName} answered {answer.Status} without a token");
                }
            }
        }

        [Fact]
        public void Navigation_ShowsOnlyWhatThePersonMaySee()
        {
            var navigation = host.Services.GetRequiredService<Web.Shared.Navigation>();
            Assert.Contains(navigation.For(WithRole("screener"), "/screeners/practice-desk/1"), link => link is { Path: "/screeners/practice-desk", Inbox: true, Current: true });
            Assert.DoesNotContain(navigation.For(WithRole("vetter"), "/"), link => link.Path.StartsWith("/screeners", StringComparison.Ordinal));
            Assert.Empty(navigation.For(new(), "/"));
        }

        [Fact]
        public void EveryGet_IsNoPost() => Assert.Empty(Actions
            .Where(pair => pair.Action.ControllerName != "Errors" && pair.Endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: 1 })
            .Select(pair => $"{pair.Action.DisplayName}: name one method"));

        [Fact]
        public void Convention_ControllerOutsideTheAudiences_StopsTheStart()
        {
            var refusal = Assert.Throws<InvalidOperationException>(() => Apply(typeof(Lost.LostController)));
            Assert.Contains("outside the known audiences", refusal.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(typeof(Web.Auditors.Wrong.ForeignRouteController))]
        [InlineData(typeof(Web.Auditors.Wrong.AnonymousController))]
        [InlineData(typeof(Web.Public.Wrong.StaffRouteController))]
        public void Convention_ControllerThatLeavesItsAudience_StopsTheStart(Type controller) =>
            Assert.Throws<InvalidOperationException>(() => Apply(controller));

        [Fact]
        public void Surfaces_UnknownName_StopsTheStart()
        {
            using var wrong = new WrongSurface();
            Assert.Throws<InvalidOperationException>(() => wrong.Services);
        }

        [Fact]
        public async Task Surfaces_OneAudience_HidesTheOthers()
        {
            using var one = new ApplicantSurface();
            Assert.StartsWith("/enter", (await one.NewVisitor().GetAsync("/applicants/practice-desk")).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await one.NewVisitor().GetAsync("/screeners/practice-desk")).Status);
        }

        private async Task<Visitor> SignedInAsync(Audience audience)
        {
            var visitor = host.NewVisitor();
            if (audience.Door == Door.Applicant)
                await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = ShellHost.ApplicantReference, ["Code"] = ShellHost.ApplicantCode });
            else if (audience.Door != Door.Open)
                await visitor.SignInAsStaffAsync($"demo.{audience.Roles[0]}");
            return visitor;
        }

        private static ClaimsPrincipal WithRole(string role) => new(new ClaimsIdentity([new(ClaimTypes.Role, role)], "demo"));

        private static void Apply(Type controller)
        {
            var model = new ControllerModel(controller.GetTypeInfo(), controller.GetCustomAttributes(false));
            foreach (var method in controller.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance))
            {
                var action = new ActionModel(method, method.GetCustomAttributes(false)) { Controller = model };
                var route = method.GetCustomAttributes().OfType<HttpMethodAttribute>().Single();
                action.Selectors.Add(new() { AttributeRouteModel = new(route) });
                model.Actions.Add(action);
            }

            new AudienceConvention(new()).Apply(new() { Controllers = { model } });
        }

        private sealed class WrongSurface : ShellHost
        {
            protected override IEnumerable<(string Key, string Value)> Settings => [("Surfaces:0", "Nobody")];
        }

        private sealed class ApplicantSurface : ShellHost
        {
            protected override IEnumerable<(string Key, string Value)> Settings => [("Surfaces:0", "Applicants")];
        }
    }
}

// Built by hand in the tests above; no host may find them, so they are no controllers by name or base class.
namespace HumanitarianEntry.WebTests.Lost
{
    [NonController]
    public sealed class LostController
    {
        [HttpGet("/lost")]
        public string Get() => GetType().Name;
    }
}

namespace HumanitarianEntry.Web.Auditors.Wrong
{
    [NonController]
    public sealed class ForeignRouteController
    {
        [HttpGet("screeners/elsewhere")]
        public string Get() => GetType().Name;
    }

    [NonController]
    public sealed class AnonymousController
    {
        [HttpGet("auditors/open"), AllowAnonymous]
        public string Get() => GetType().Name;
    }
}

namespace HumanitarianEntry.Web.Public.Wrong
{
    [NonController]
    public sealed class StaffRouteController
    {
        [HttpGet("/auditors/from-public")]
        public string Get() => GetType().Name;
    }
}
