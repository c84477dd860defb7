package org.tongdao;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application: every feature in one process over one PostgreSQL. Its package is the root, so that engine jars are modules too. Beans go by their full
 * class name, so that two features may use the same word for different things.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TongdaoApplication {}
