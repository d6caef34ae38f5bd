package vn.giaouoc.replay;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The parts by which a year is replayed; beside those of the query side, which they read by. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ReplayConfiguration {}
