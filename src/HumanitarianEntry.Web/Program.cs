using HumanitarianEntry.Web.Verbs;

return await Verb.RunAsync(args);
