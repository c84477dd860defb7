package org.tongdao;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every feature in one process over one PostgreSQL. Its package is the root, so that engine jars are modules too. */
@SpringBootApplication
public class TongdaoApplication {}
