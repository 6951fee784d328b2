package org.lottrace.persistence.internal.site;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.Site;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code site} with its locations. Time zone and time of day are text: they name a rule, not a moment. */
@Entity
@Table(name = "site")
public class SiteEntity {
    @Id
    @Column(name = "site_code", length = 10)
    String code;

    @Column(name = "company", length = 20)
    String company;

    @Column(name = "site_name", length = TextColumn.LENGTH)
    String name;

    @Column(name = "gln", length = 13)
    String gln;

    @Column(name = "zone_id", length = 100)
    String zone;

    @Column(name = "production_day_start", length = 18)
    String productionDayStart;

    @Column(name = "lot_number_template", length = TextColumn.LENGTH)
    String lotNumberTemplate;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "site_location", joinColumns = @JoinColumn(name = "site"))
    @OrderColumn(name = "part")
    List<LocationPart> locations;

    protected SiteEntity() {}

    /** @param row of {@link KnownSites}, the first one of the site */
    SiteEntity(ResultSet row) throws SQLException {
        code = row.getString(1);
        company = row.getString(2);
        name = row.getString(3);
        gln = row.getString(4);
        zone = row.getString(5);
        productionDayStart = row.getString(6);
        lotNumberTemplate = row.getString(7);
        locations = new ArrayList<>();
    }

    void addLocation(String location, String type) {
        locations.add(new LocationPart(location, Coded.of(LocationType.class, type)));
    }

    SiteEntity(Site site) {
        code = site.id().value();
        company = site.company().value();
        name = site.name();
        gln = site.gln().map(Gln::value).orElse(null);
        zone = site.zone().getId();
        productionDayStart = site.productionDayStart().toString();
        lotNumberTemplate = site.lotNumberTemplate();
        locations = site.locations().stream().map(LocationPart::of).toList();
    }

    Site toSite() {
        return new Site(
                new SiteId(code),
                new PartyId(company),
                name,
                Optional.ofNullable(gln).map(Gln::new),
                ZoneId.of(zone),
                LocalTime.parse(productionDayStart),
                lotNumberTemplate,
                locations.stream().map(LocationPart::toLocation).toList());
    }
}
