using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Countries;

[Route("counsel/countries")]
public sealed class CountriesController(ProgrammeDesk desk) : HostController(desk);
