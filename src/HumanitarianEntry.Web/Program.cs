using HumanitarianEntry.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddShell();

var app = builder.Build();
app.UseShell();
await app.RunAsync();
