# EpiEstim on the districts' counts, measured as MethodProcess measures.
# Arguments: counts, serial interval, districts, seconds, file of the figures, file of the answer.
suppressPackageStartupMessages(library(EpiEstim))

arguments <- commandArgs(trailingOnly = TRUE)
numbers <- function(file) readBin(file, "double", file.size(file) / 8, endian = "big")
counts <- matrix(numbers(arguments[1]), ncol = as.integer(arguments[3]))
days <- nrow(counts)
config <- make_config(list(
  si_distr = numbers(arguments[2]), t_start = 2:(days - 6), t_end = 8:days,
  mean_prior = 5, std_prior = 5
))
columns <- c("Mean(R)", "Quantile.0.025(R)", "Quantile.0.975(R)")

# One column per district: means, then lower, then upper quantiles.
answer <- function() {
  apply(counts, 2, function(cases) {
    # It warns of windows with few cases.
    estimates <- suppressWarnings(estimate_R(cases, method = "non_parametric_si", config = config))
    unlist(estimates$R[columns], use.names = FALSE)
  })
}

used <- function(since) {
  now <- proc.time() - since
  c(wall = now[["elapsed"]], cpu = now[["user.self"]] + now[["sys.self"]])
}

seconds <- as.numeric(arguments[4])
begun <- proc.time()
result <- answer()
first <- used(begun)
while (used(begun)[["wall"]] < seconds) answer()
begun <- proc.time()
answers <- 0
while (answers == 0 || used(begun)[["wall"]] < seconds) {
  result <- answer()
  answers <- answers + 1
}
warm <- used(begun) / answers

status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM:", status, value = TRUE))) / 1024
cat(
  sprintf("%.6f", c(first, warm)), answers, "NaN", sprintf("%.3f", peak), 0,
  file = arguments[5]
)
writeBin(as.vector(result), arguments[6], endian = "big")
