using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Countries;

[Route("coordinators/countries")]
public sealed class CountriesController(ProgrammeDesk desk, ProgrammeChanges changes) : ChangingHostController(desk, changes);
