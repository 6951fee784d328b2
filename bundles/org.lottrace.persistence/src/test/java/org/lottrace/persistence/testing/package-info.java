/**
 * Real stores for the tests of every bundle, in one line: {@code TestDatabase.h2()}.
 */
package org.lottrace.persistence.testing;
