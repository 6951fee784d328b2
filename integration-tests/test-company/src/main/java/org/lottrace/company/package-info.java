/**
 * A company for tests: the real services of every bundle on the class path, on a database of their own, without a
 * container. They are built from the bundles' own descriptors, as the container builds them.
 */
package org.lottrace.company;
