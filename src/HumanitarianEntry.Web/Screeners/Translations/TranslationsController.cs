using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Translations;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Translations;

[Route("screeners/cases/{reference}/translations")]
public sealed class TranslationsController(CaseDoor door, TranslationDesk desk) : TranslationController(door, desk);
