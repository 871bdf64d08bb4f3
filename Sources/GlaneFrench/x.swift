import CGlaneData
package func datacount() -> Int { glane_data_at(0).count }
