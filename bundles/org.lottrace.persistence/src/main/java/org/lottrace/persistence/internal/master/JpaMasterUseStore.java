package org.lottrace.persistence.internal.master;

import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.store.MasterUseStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One statement for each kind of use, in {@link MasterUses}. */
@Component
public final class JpaMasterUseStore implements MasterUseStore {
    private final CurrentSession current;

    @Activate
    public JpaMasterUseStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<MasterUse> open(MasterReference master) {
        return uses(MasterUses.OPEN.get(master.kind()), master);
    }

    @Override
    public List<MasterUse> ever(MasterReference master) {
        return uses(MasterUses.EVER.get(master.kind()), master);
    }

    private List<MasterUse> uses(List<MasterUses.Question> questions, MasterReference master) {
        return current.call(session -> questions.stream()
                .flatMap(question -> use(session, question, master.key()))
                .toList());
    }

    private static Stream<MasterUse> use(StatelessSession session, MasterUses.Question question, String key) {
        List<String> names = session.createNativeQuery(question.limited(), String.class)
                .addScalar("name", String.class)
                .setParameter("key", key)
                .setParameter("rows", MasterUse.MOST_NAMED + 1)
                .getResultList();
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(new MasterUse(
                        question.kind(),
                        names.stream().limit(MasterUse.MOST_NAMED).toList(),
                        names.size() > MasterUse.MOST_NAMED));
    }
}
