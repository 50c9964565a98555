using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Countries;

[Route("protection-officers/countries")]
public sealed class CountriesController(ProgrammeDesk desk) : HostController(desk);
