package org.lottrace.cost.wrong;

import org.hibernate.Session;

/** Hibernate outside of persistence.internal. */
public interface UsesHibernate {
    Session session();
}
