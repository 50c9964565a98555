using System.Text.Json;
using HumanitarianEntry.Casework.Background;
using HumanitarianEntry.Web.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>
/// One node of a soak: the whole program as <c>run</c> serves it, pages and clustered background work, with a clock that the soak can move, and acts done on order.
/// Started by the soak, over the installation that the HE_ settings name; ends when its input ends.
/// </summary>
internal static class Node
{
    public static async Task<int> RunAsync(Options options)
    {
        var folder = options["--run"] ?? throw new InvalidOperationException("A node needs --run FOLDER; it is started by 'bench soak'.");
        var plan = SoakPlan.Read(folder);
        using var log = new NodeLog();
        await using var app = Compose(folder, log);
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        app.UseShell();
        await app.StartAsync();

        using var stop = new CancellationTokenSource();
        var work = new NodeWork(app.Services, plan);
        var running = new List<Task>();
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        Say(new NodeAnswer(0, "ready", 0, scheduler.SchedulerInstanceId));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<NodeOrder>(line) ?? throw new InvalidDataException("An empty order.");
            running.Add(Task.Run(async () => Say(new NodeAnswer(order.Id, await ObeyAsync(work, order, stop.Token), log.Collisions))));
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
        await app.StopAsync();
        return Verb.Done;
    }

    private static WebApplication Compose(string folder, NodeLog log)
    {
        var builder = Application.Compose([], null, background: false);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Logging.AddFilter<NodeLog>(typeof(Casework.Acts.ActRunner).FullName, LogLevel.Information);
        var second = TimeSpan.FromSeconds(1);
        builder.Services.AddBackgroundWork(Installation.From(builder.Configuration).Storage, new BackgroundPace { Outbox = second, Timers = second });

        // The scheduler takes this clock too. What a jump makes late must not wait for its usual minute.
        builder.Services.Configure<AdoJobStoreOptions>(store => store.MisfireThreshold = second);
        builder.Services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new SharedClock(SoakPlan.ClockIn(folder)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private static async Task<string> ObeyAsync(NodeWork work, NodeOrder order, CancellationToken cancellationToken)
    {
        try
        {
            switch (order.Do)
            {
                case "step":
                    return await work.StepAsync(order.Walk, order.Index, cancellationToken);
                case "walk":
                    await work.WalkAsync(order, cancellationToken);
                    return "walked";
                default:
                    throw new InvalidDataException($"There is no order '{order.Do}'.");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return "stopped";
        }
        catch (Exception failure)
        {
            // The soak lists it; a node goes on with its other orders, as a server does with other requests.
            return $"threw {failure}".ReplaceLineEndings(" ");
        }
    }

    private static void Say(NodeAnswer answer)
    {
        var line = JsonSerializer.Serialize(answer);
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
