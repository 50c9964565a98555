using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Translations;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Translations;

[Route("coordinators/cases/{reference}/translations")]
public sealed class TranslationsController(CaseDoor door, TranslationDesk desk) : TranslationController(door, desk);
