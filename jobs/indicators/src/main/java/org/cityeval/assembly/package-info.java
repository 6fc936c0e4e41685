/**
 * From what sources published to the days of a district: conversion to common units, then what is
 * derived day by day. Knows {@code series} and {@code numeric}.
 */
package org.cityeval.assembly;
