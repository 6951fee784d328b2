package org.lottrace.persistence.internal.intake;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.store.ImportMappingStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaImportMappingStore implements ImportMappingStore {
    private final CurrentSession current;

    @Activate
    public JpaImportMappingStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(ImportMapping mapping) {
        current.run(session -> session.upsert(new ImportMappingEntity(mapping)));
    }

    @Override
    public Optional<ImportMapping> find(String name) {
        return current.call(session -> session.createSelectionQuery(
                        "from ImportMappingEntity where name = :name", ImportMappingEntity.class)
                .setParameter("name", name)
                .uniqueResultOptional()
                .map(ImportMappingEntity::toMapping));
    }

    @Override
    public List<ImportMapping> list(Optional<String> after, int limit) {
        return current.call(session -> session
                .createSelectionQuery(
                        "from ImportMappingEntity where name > :after order by name", ImportMappingEntity.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ImportMappingEntity::toMapping)
                .toList());
    }

    @Override
    public boolean delete(String name) {
        return current.call(session -> {
            Optional<ImportMappingEntity> row = session.createSelectionQuery(
                            "from ImportMappingEntity where name = :name", ImportMappingEntity.class)
                    .setParameter("name", name)
                    .uniqueResultOptional();
            row.ifPresent(session::delete);
            return row.isPresent();
        });
    }
}
