package org.lottrace.persistence.internal.party;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code party} with its roles. */
@Entity
@Table(name = "party")
public class PartyEntity {
    @Id
    @Column(name = "party_code", length = 20)
    String code;

    @Column(name = "party_name", length = TextColumn.LENGTH)
    String name;

    @Column(name = "gln", length = 13)
    String gln;

    @Column(name = "street", length = TextColumn.LENGTH)
    String street;

    @Column(name = "city", length = TextColumn.LENGTH)
    String city;

    @Column(name = "region", length = TextColumn.LENGTH)
    String region;

    @Column(name = "postal_code", length = TextColumn.LENGTH)
    String postalCode;

    @Column(name = "country", length = TextColumn.LENGTH)
    String country;

    @Column(name = "email", length = TextColumn.LENGTH)
    String email;

    @Column(name = "phone", length = TextColumn.LENGTH)
    String phone;

    @Column(name = "edi_qualifier", length = 2)
    String ediQualifier;

    @Column(name = "edi_id", length = 35)
    String ediId;

    @Column(name = "mapping", length = TextColumn.LENGTH)
    String mapping;

    @Column(name = "minimum_remaining_days")
    int minimumRemainingDays;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "party_role", joinColumns = @JoinColumn(name = "party"))
    @Column(name = "role_name", length = 20)
    Set<PartyRole> roles;

    protected PartyEntity() {}

    PartyEntity(Party party) {
        code = party.id().value();
        name = party.name();
        gln = party.gln().map(Gln::value).orElse(null);
        street = party.address().street();
        city = party.address().city();
        region = party.address().region();
        postalCode = party.address().postalCode();
        country = party.address().country();
        email = party.email();
        phone = party.phone();
        ediQualifier = party.profile().ediAddress().map(EdiAddress::qualifier).orElse(null);
        ediId = party.profile().ediAddress().map(EdiAddress::id).orElse(null);
        mapping = party.profile().mapping();
        minimumRemainingDays = party.profile().minimumRemainingShelfLifeDays();
        roles = party.roles();
    }

    Party toParty() {
        Optional<EdiAddress> ediAddress = Optional.ofNullable(ediId).map(id -> new EdiAddress(ediQualifier, id));
        return new Party(
                new PartyId(code),
                name,
                roles,
                Optional.ofNullable(gln).map(Gln::new),
                new PostalAddress(street, city, region, postalCode, country),
                email,
                phone,
                new PartnerProfile(ediAddress, mapping, minimumRemainingDays));
    }
}
