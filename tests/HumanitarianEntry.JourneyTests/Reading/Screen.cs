using System.Text.RegularExpressions;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Reading;

/// <summary>
/// What one person has before him: a page, filled in and sent like a person does, each page read with axe. A page that answers with an error, or a form that comes back
/// with complaints, ends the journey with the page's own words.
/// </summary>
public sealed partial class Screen(IPage page, IPage? mirror, Uri home, Viewport viewport, AxeFindings axe, Album album)
{
    private int status;

    public IPage Page => page;

    public string Path => new Uri(page.Url).AbsolutePath;

    /// <param name="javaScript">False: scripts are off in this window; a second window with scripts shows the same page to axe.</param>
    public static async Task<Screen> OpenAsync(Browsers browsers, Uri home, Viewport viewport, AxeFindings axe, Album album, string locale = "en-GB", bool javaScript = true)
    {
        var page = await browsers.NewPageAsync(viewport, locale, javaScript);
        var mirror = javaScript ? null : await browsers.NewPageAsync(viewport, locale, javaScript: true);
        var screen = new Screen(page, mirror, home, viewport, axe, album);
        page.Response += screen.Note;
        if (mirror is not null)
        {
            await mirror.GotoAsync(new Uri(home, "/safety").ToString());
        }

        return screen;
    }

    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(new Uri(home, path).ToString());
        await ReadAsync();
    }

    /// <summary>Opens the address again until its text contains the words; for what is done behind the pages.</summary>
    public async Task AwaitAsync(string path, string words, TimeSpan patience)
    {
        var until = TimeProvider.System.GetUtcNow() + patience;
        await OpenAsync(path);
        while (!(await TextAsync()).Contains(words, StringComparison.Ordinal))
        {
            if (TimeProvider.System.GetUtcNow() > until)
            {
                throw new TimeoutException($"{Named(path)} does not come to say '{words}'. It says: {await TextAsync()}");
            }

            await Task.Delay(1000);
            await page.GotoAsync(new Uri(home, path).ToString());
        }

        await ReadAsync();
    }

    public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

    /// <summary>Opens a form, answers and sends it. Names stand without their prefix; a date is written as far as it is known (2022-10).</summary>
    public async Task SendAsync(string path, params (string Field, string Answer)[] answers)
    {
        await OpenAsync(path);
        await SendHereAsync(answers);
    }

    /// <summary>Answers and sends the form of the open page that holds the first field.</summary>
    public async Task SendHereAsync(params (string Field, string Answer)[] answers)
    {
        var folded = page.Locator("main form details:not([open]) > summary");
        while (await folded.CountAsync() > 0)
        {
            await folded.First.ClickAsync();
        }

        foreach (var (field, answer) in answers)
        {
            await AnswerAsync(field, answer);
        }

        var first = await NameOfAsync(answers[0].Field);
        await PressAsync(page.Locator("main form").Filter(new LocatorFilterOptions { Has = page.Locator($"[name='{first}']") }).Locator("button").First);
    }

    /// <summary>Presses the button with these words.</summary>
    public Task PressAsync(string words) => PressAsync(page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = words }).First);

    public async Task PressAsync(ILocator button)
    {
        var from = Path;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }

        page.FrameNavigated += Arrive;
        try
        {
            await button.ClickAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            page.FrameNavigated -= Arrive;
        }

        // Not by load state: on a quick machine its event can come before anybody asks for it.
        await page.Locator("main").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var complaint = page.Locator(".error-summary");
        if (await complaint.CountAsync() > 0)
        {
            throw new InvalidOperationException($"{Named(from)} ({status}) came back: {await complaint.First.InnerTextAsync()}");
        }

        await ReadAsync();
    }

    /// <summary>A file as the browser would store it.</summary>
    public async Task<byte[]> DownloadAsync(string path)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(home, path).ToString());
        return answer.Ok ? await answer.BodyAsync() : throw new InvalidOperationException($"{Named(path)} answers {answer.Status}.");
    }

    /// <summary>The open page as a picture, once for each name.</summary>
    public Task PhotographAsync(string name) => album.TakeAsync(page, mirror, name);

    /// <summary>An address in which nothing leads to a case.</summary>
    public static string Named(string path) => Reference().Replace(path, "/cases/REF");

    private async Task ReadAsync()
    {
        if (status >= 400)
        {
            throw new InvalidOperationException($"{Named(Path)} answers {status}: {await page.Locator("body").InnerTextAsync()}");
        }

        if (mirror is null)
        {
            await axe.ReadAsync(page, Named(Path), viewport);
            return;
        }

        await mirror.SetContentAsync(await page.ContentAsync());
        await axe.ReadAsync(mirror, Named(Path), viewport);
    }

    private async Task AnswerAsync(string field, string answer)
    {
        if (await FindAsync(field) is not { } name)
        {
            await AnswerDateAsync(field, answer);
            return;
        }

        var control = page.Locator($"main [name='{name}']:not([type=hidden])");
        var kind = await control.First.GetAttributeAsync("type") ?? "select";
        switch (kind)
        {
            case "radio" or "checkbox":
                foreach (var one in answer.Split('|'))
                {
                    await page.Locator($"main [name='{name}'][value='{one}']").CheckAsync();
                }

                break;
            case "file":
                await control.SetInputFilesAsync(answer);
                break;
            case "select" when await page.Locator($"main select[name='{name}']").CountAsync() > 0:
                await control.SelectOptionAsync(answer);
                break;
            default:
                await control.FillAsync(answer);
                break;
        }
    }

    private async Task AnswerDateAsync(string field, string answer)
    {
        string[] parts = answer.Split('-');
        var name = await NameOfAsync(field + ".Year");
        var stem = name[..^".Year".Length];
        foreach (var (part, value) in new[] { "Year", "Month", "Day" }.Zip(parts))
        {
            await page.Locator($"main [name='{stem}.{part}']").FillAsync(value);
        }
    }

    private async Task<string> NameOfAsync(string field) =>
        await FindAsync(field) ?? await FindAsync(field + ".Year") ?? throw new InvalidOperationException($"{Named(Path)} has no field {field}. It says: {await TextAsync()}");

    private async Task<string?> FindAsync(string field)
    {
        foreach (var name in new[] { "Form." + field, field })
        {
            if (await page.Locator($"main [name='{name}']:not([type=hidden])").CountAsync() > 0)
            {
                return name;
            }
        }

        return null;
    }

    private void Note(object? sender, IResponse response)
    {
        if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame)
        {
            status = response.Status;
        }
    }

    [GeneratedRegex("/cases/[^/]+", RegexOptions.None, 200)]
    private static partial Regex Reference();
}
