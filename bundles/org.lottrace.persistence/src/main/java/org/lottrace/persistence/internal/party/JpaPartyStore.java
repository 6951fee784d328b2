package org.lottrace.persistence.internal.party;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.Deletion;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPartyStore implements PartyStore {
    private static final Kind<PartyId, Optional<Party>> PARTIES = Kind.ofTheUnit();

    private final CurrentSession current;

    @Activate
    public JpaPartyStore(@Reference CurrentSession current) {
        this.current = current;
    }

    /** What a report tells of never replaces what somebody has saved since it was looked for: the unit of work is run again and sees it. */
    @Override
    public void save(Party party) {
        boolean isFirst = party.isOnlyTold()
                && current.memory()
                        .find(PARTIES, party.id())
                        .filter(Optional::isEmpty)
                        .isPresent();
        current.memory().forget(PARTIES, party.id());
        current.run(session -> {
            PartyEntity row = new PartyEntity(party);
            if (isFirst) {
                session.insert(row);
            } else {
                session.upsert(row);
            }
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public void delete(PartyId id) {
        current.memory().forget(PARTIES, id);
        Deletion.of(
                current,
                SealedRecord.PARTY,
                id.value(),
                "delete from party_role where party = :key",
                "delete from party where party_code = :key");
    }

    @Override
    public Optional<Party> find(PartyId id) {
        return current.required(() -> current.memory()
                .get(
                        PARTIES,
                        id,
                        none -> current.call(session -> session.createSelectionQuery(
                                        "from PartyEntity p left join fetch p.roles where p.code = :id",
                                        PartyEntity.class)
                                .setParameter("id", id.value())
                                .uniqueResultOptional()
                                .map(PartyEntity::toParty))));
    }

    /** Tells what was read along with something else. */
    static void learn(CurrentSession current, PartyEntity row) {
        current.memory().get(PARTIES, new PartyId(row.code), none -> Optional.of(row.toParty()));
    }

    @Override
    public List<Party> find(Collection<PartyId> ids) {
        List<String> codes =
                ids.stream().map(PartyId::value).distinct().sorted().toList();
        return current.call(session -> Chunks.query(codes, chunk -> session.createSelectionQuery(
                                "select distinct p from PartyEntity p left join fetch p.roles"
                                        + " where p.code = any_text(:codes, 0) order by p.code",
                                PartyEntity.class)
                        .setParameter("codes", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .map(PartyEntity::toParty)
                .toList());
    }

    @Override
    public Optional<Party> find(EdiAddress address) {
        return current.call(session -> session.createSelectionQuery(
                        "from PartyEntity where ediQualifier = :qualifier and ediId = :id", PartyEntity.class)
                .setParameter("qualifier", address.qualifier())
                .setParameter("id", address.id())
                .uniqueResultOptional()
                .map(PartyEntity::toParty));
    }

    @Override
    public List<Party> all() {
        return current.call(session -> session
                .createSelectionQuery("from PartyEntity p left join fetch p.roles order by p.code", PartyEntity.class)
                .getResultList()
                .stream()
                .map(PartyEntity::toParty)
                .toList());
    }
}
