package org.lottrace.console.web.internal.master;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.NumberingStandard;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The own sites with their locations, and a form to add one or change one. */
public final class SitesPage implements Page {
    private static final MasterForm FORM = new MasterForm(
            "master/site.jte",
            "sites/edit",
            "id",
            List.of("id", "company", "name", "gln", "zone", "productionDayStart", "lotNumberTemplate", "locations"),
            KeptRecord.SITE);
    private static final int MOST_LOCATIONS = 500;
    private static final String PAGE = "master/sites.jte";

    /**
     * @param sites by code
     * @param one that is looked at
     * @param more locations of it that are not shown
     * @param standard how its lots are numbered
     * @param number that is to be read back; empty when none is
     * @param decoded what it says, field by field
     * @param unreadable why it cannot be read; empty when it can
     * @param closed sites and locations that are closed; all of them are shown, with a mark
     */
    public record View(
            List<Site> sites,
            Optional<Site> one,
            int more,
            Optional<NumberingStandard> standard,
            String number,
            Map<String, String> decoded,
            String unreadable,
            Set<MasterReference> closed) {
        public List<Location> locations() {
            return one.stream()
                    .flatMap(site -> site.locations().stream())
                    .limit(MOST_LOCATIONS)
                    .toList();
        }
    }

    @Override
    public String path() {
        return "sites";
    }

    @Override
    public String needs() {
        return "site.list";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> list(visit);
            case "edit" -> form(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    private static Answer list(Visit visit) {
        Optional<String> id = visit.parameters().given("id");
        Optional<Site> one = id.flatMap(text -> visit.sites().stream()
                .filter(site -> site.id().value().equals(text))
                .findFirst());
        if (id.isPresent() && one.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        int more = one.map(site -> Math.max(0, site.locations().size() - MOST_LOCATIONS))
                .orElse(0);
        Optional<NumberingStandard> standard = one.filter(site -> visit.may("lot-number.standard"))
                .map(site -> visit.as(LotNumbering.class)
                        .standard(site, site.calendar().productionDay(visit.now())));
        String number = visit.parameters().text("number").trim();
        Map<String, String> decoded = Map.of();
        String unreadable = "";
        if (standard.isPresent() && !number.isEmpty() && visit.may("lot-number.decode")) {
            try {
                decoded = visit.as(LotNumbering.class).decode(standard.get().template(), new LotNumber(number));
            } catch (InvalidIdentifierException otherwise) {
                unreadable = visit.texts().of("numbering.unreadable", number, otherwise.getMessage());
            }
        }
        View view = new View(visit.sites(), one, more, standard, number, decoded, unreadable, closed(visit));
        return unreadable.isEmpty() ? Answer.html(PAGE, view) : Answer.refused(PAGE, view);
    }

    private static Set<MasterReference> closed(Visit visit) {
        Set<MasterReference> closed =
                new HashSet<>(Closings.of(visit, MasterKind.SITE).keySet());
        closed.addAll(Closings.of(visit, MasterKind.LOCATION).keySet());
        return closed;
    }

    private static Answer form(Visit visit) {
        if (!visit.may("site.save")) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        Optional<Site> site = visit.parameters().given("id").flatMap(text -> visit.as(SiteDirectory.class)
                .find(new SiteId(text)));
        Fields asNew = Fields.empty(visit.texts()).with("zone", visit.zone()).with("productionDayStart", "00:00");
        return FORM.shown(visit, site, known -> of(known, visit), asNew, () -> companies(visit));
    }

    @Override
    public Answer change(Visit visit) {
        if (!visit.address().rest().equals(List.of("edit"))) {
            return Answer.NOT_ALLOWED_HERE;
        }
        Fields fields = FORM.entered(visit);
        SiteDirectory sites = visit.as(SiteDirectory.class);
        return FORM.taken(
                visit,
                fields,
                read(fields),
                site -> sites.find(site.id()),
                Site::id,
                site -> sites.save(List.of(site)),
                site -> of(site, visit),
                () -> companies(visit));
    }

    /** @return the zones that are offered: those of a region and a place */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .toList();
    }

    private static List<FormView.Choice> companies(Visit visit) {
        return visit.as(PartnerDirectory.class).all().stream()
                .filter(party -> party.roles().contains(PartyRole.COMPANY))
                .map(party -> new FormView.Choice(party.id().value(), party.name()))
                .toList();
    }

    private static Fields of(Site site, Visit visit) {
        return Fields.empty(visit.texts())
                .with("id", site.id())
                .with("company", site.company())
                .with("name", site.name())
                .with("gln", site.gln().map(Gln::value))
                .with("zone", site.zone())
                .with("productionDayStart", site.productionDayStart())
                .with("lotNumberTemplate", site.lotNumberTemplate())
                .with(
                        "locations",
                        site.locations().stream()
                                .map(location ->
                                        location.id() + " " + location.type().code())
                                .collect(Collectors.joining("\n")));
    }

    private static Optional<Site> read(Fields fields) {
        Optional<SiteId> id = fields.needed("id", SiteId::new);
        Optional<PartyId> company = fields.needed("company", PartyId::new);
        Optional<String> name = fields.needed("name", text -> text);
        Optional<Gln> gln = fields.given("gln", Gln::new);
        Optional<ZoneId> zone = fields.needed("zone", ZoneId::of);
        Optional<LocalTime> start = fields.needed("productionDayStart", LocalTime::parse);
        Optional<String> template = fields.needed("lotNumberTemplate", text -> text);
        List<Location> locations = new ArrayList<>();
        fields.text("locations").lines().filter(line -> !line.isBlank()).forEach(line -> fields.read(
                        "locations", line.strip(), SitesPage::location)
                .ifPresent(locations::add));
        return fields.areRight()
                ? Optional.of(new Site(
                        id.orElseThrow(),
                        company.orElseThrow(),
                        name.orElseThrow(),
                        gln,
                        zone.orElseThrow(),
                        start.orElseThrow(),
                        template.orElseThrow(),
                        locations))
                : Optional.empty();
    }

    private static Location location(String line) {
        String[] parts = line.split("\\s+");
        LocationType type = Arrays.stream(LocationType.values())
                .filter(known -> parts.length == 2 && known.code().equalsIgnoreCase(parts[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + line + "\" is no location: write code and kind, such as A-01 STORAGE"));
        return new Location(new LocationId(parts[0]), type);
    }
}
