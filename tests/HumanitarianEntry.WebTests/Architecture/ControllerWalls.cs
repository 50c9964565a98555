using System.Reflection;
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
            // The error page carries nothing out; it answers in place of a request that was refused before.
            var exceptions = Actions.Where(pair => pair.Endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null).Select(pair => pair.Action.ControllerName);
            Assert.Equal(["Errors"], exceptions.Distinct());
            Assert.Contains(host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MvcOptions>>().Value.Filters, filter => filter is AutoValidateAntiforgeryTokenAttribute);
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
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await one.NewVisitor().GetAsync("/screeners/practice-desk")).Status);
        }

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
